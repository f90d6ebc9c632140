"""Runs a script, and ends at once if the demo that started it is gone. Arguments: pid of the demo, script, its arguments."""
import os
import runpy
import sys
import threading
import time

demo = int(sys.argv[1])


def watch():
    while os.getppid() == demo:
        time.sleep(0.5)
    os._exit(1)


threading.Thread(target=watch, daemon=True).start()
sys.argv = sys.argv[2:]
runpy.run_path(sys.argv[0], run_name="__main__")
