"""Where does the text give a number, an amount or a time?"""
