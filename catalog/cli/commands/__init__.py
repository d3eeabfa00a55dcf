"""The commands, one file each: the docstring is the help, ``register`` adds arguments, ``run`` runs."""
