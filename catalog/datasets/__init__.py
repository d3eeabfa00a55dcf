"""Data sets: a publisher's own table, whole and as published, searched beside the curated specs.

- ``map_file``, ``mapping``, ``maps``: which column of a publisher is which field, its definition and its unit;
- ``source_table``, ``delimited``, ``workbook``, ``parquet_rows``, ``json_rows``, ``open_ev``: files to columns of text;
- ``headers``, ``header_words``, ``proposal``: a map proposed for a table that nobody has described;
- ``frame``, ``choosing``, ``placing``, ``wide``: whole columns to the catalog's columns, one factor each;
- ``importing``, ``store``, ``manifest``: one transaction, and the digests that prove what is stored;
- ``dataset``, ``records``: reading it.
"""
