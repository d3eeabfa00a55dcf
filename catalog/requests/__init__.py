"""What a reader can ask: one meaning of a list, a comparison and a vehicle's sheet, for every face.

- ``parameter``: one row of the table of parameters, and how a request is read from a URL and written back to one, or
  to the equivalent command;
- ``listing``, ``comparing``, ``showing``: the requests, and what they mean to a catalog; ``views``: the table of each.
"""
