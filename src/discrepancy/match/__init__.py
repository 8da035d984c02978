"""Which claims speak of the same fact?"""
