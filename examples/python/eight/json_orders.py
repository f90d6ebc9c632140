"""Orders and bills are JSON on the wire and dictionaries in the program.
Arguments: server ENDPOINT, or client ENDPOINT."""
import sys

import zmq

with zmq.Context() as context:
    if sys.argv[1] == "server":
        with context.socket(zmq.REP) as rep:
            rep.bind(sys.argv[2])
            while True:
                order = rep.recv_json()
                rep.send_json({"item": order["item"], "cents": order["count"] * 250})
    else:
        with context.socket(zmq.REQ) as req:
            req.connect(sys.argv[2])
            req.send_json({"item": "tea", "count": 3})
            print(req.recv_json()["cents"])
