"""Tasks are dealt out to workers, and their results collected in one place.
Arguments: ventilator ENDPOINT TASKS, worker TASKS-ENDPOINT RESULTS-ENDPOINT, or sink ENDPOINT RESULTS."""
import sys

import zmq

with zmq.Context() as context:
    if sys.argv[1] == "ventilator":
        with context.socket(zmq.PUSH) as push:
            push.bind(sys.argv[2])
            for i in range(int(sys.argv[3])):
                push.send_string(f"task {i}")
    elif sys.argv[1] == "worker":
        with context.socket(zmq.PULL) as tasks, context.socket(zmq.PUSH) as results:
            tasks.connect(sys.argv[2])
            results.connect(sys.argv[3])
            while True:
                results.send_string(tasks.recv_string() + " done")
    else:
        with context.socket(zmq.PULL) as pull:
            pull.bind(sys.argv[2])
            for _ in range(int(sys.argv[3])):
                print(pull.recv_string())
