"""Whoever imports this has loaded what reading and parsing need: the process that those of the pool are copies of.

It is a module because that is what multiprocessing takes. Until all is loaded, Ctrl-C ends it in silence.
"""

import gc
import signal

from discrepancy.ready import collect_seldom, reading

collect_seldom()
signal.signal(signal.SIGINT, signal.SIG_DFL)
reading().toolbox.parse(["All is ready."])
gc.freeze()  # what all have in common is neither gone through nor copied
