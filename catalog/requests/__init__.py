"""What a reader can ask: one meaning of a list, a comparison and a vehicle's sheet, for every face.

- ``parameter``: one row of the table of parameters, and how a request is read from a URL and written back to one, or
  to the equivalent command;
- ``listing``, ``comparing``, ``sheet``: the requests, each with its table, and what they mean to a catalog.
"""
