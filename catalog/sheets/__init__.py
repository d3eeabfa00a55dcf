"""Views of the catalog as sheets: one file a view, each with its table, its flat records and its JSON."""
