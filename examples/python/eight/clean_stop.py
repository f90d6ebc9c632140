"""A worker that ends well on Ctrl-C and SIGTERM: the task in hand is done, and its result handed over.
Arguments: boss TASKS-ENDPOINT RESULTS-ENDPOINT, or worker TASKS-ENDPOINT RESULTS-ENDPOINT."""
import signal
import sys
import threading
import time

import zmq

stopped = threading.Event()
for each in signal.SIGINT, signal.SIGTERM:
    signal.signal(each, lambda *_: stopped.set())

with zmq.Context() as context:
    if sys.argv[1] == "worker":
        with context.socket(zmq.PULL) as tasks, context.socket(zmq.PUSH) as results:
            results.linger = 5000
            tasks.connect(sys.argv[2])
            results.connect(sys.argv[3])
            while not stopped.is_set():
                if tasks.poll(100):
                    task = tasks.recv_string()
                    print(task)
                    time.sleep(0.1)
                    results.send_string(task + " done")
    else:
        with context.socket(zmq.PUSH) as tasks, context.socket(zmq.PULL) as results:
            tasks.linger = 0
            tasks.bind(sys.argv[2])
            results.bind(sys.argv[3])
            for i in range(100):
                tasks.send_string(f"task {i}")
            while not stopped.is_set():
                if results.poll(100):
                    print(results.recv_string())
