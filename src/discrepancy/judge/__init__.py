"""Can they all be true; if not, is it a conflict or an update?"""
