"""Which interval, in which dimension; what does it measure, of whom, where, when, who says so?"""
