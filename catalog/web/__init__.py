"""The catalog over HTTP: an API with its description, and pages, from the same requests as the command line.

- ``snapshot``: the catalog as it is at one moment; ``live``: the snapshot in force, replaced when spec files change;
- ``app``: the application, ``front``: what every request goes through first (methods, hosts, cache, compression);
- ``api``: one file a resource; ``downloads``: what is on screen, as a file; ``pages``: for people;
- ``problems``: errors as the one shape that every endpoint answers with;
- ``protocol`` and ``server``: the server with its limits.

FastAPI, Jinja2 and uvicorn come with the extra ``web``. Nothing below this package knows them.
"""
