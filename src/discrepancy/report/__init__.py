"""How a person or a machine sees what was found."""
