"""One thread waits for tasks and news at the same time, until neither has come for two seconds.
Arguments: source TASKS-ENDPOINT NEWS-ENDPOINT, or watcher TASKS-ENDPOINT NEWS-ENDPOINT."""
import itertools
import sys
import time

import zmq

with zmq.Context() as context:
    if sys.argv[1] == "source":
        with context.socket(zmq.PUSH) as push, context.socket(zmq.PUB) as pub:
            push.bind(sys.argv[2])
            pub.bind(sys.argv[3])
            for i in itertools.count():
                push.send_string(f"task {i}")
                pub.send_string(f"news {i}")
                time.sleep(0.1)
    else:
        with context.socket(zmq.PULL) as pull, context.socket(zmq.SUB) as sub:
            pull.connect(sys.argv[2])
            sub.subscribe("")
            sub.connect(sys.argv[3])
            poller = zmq.Poller()
            poller.register(pull, zmq.POLLIN)
            poller.register(sub, zmq.POLLIN)
            while ready := dict(poller.poll(2000)):
                if pull in ready:
                    print(pull.recv_string())
                if sub in ready:
                    print(sub.recv_string())
            print("silence")
