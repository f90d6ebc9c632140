"""A STREAM socket that speaks just enough HTTP to be asked by curl http://localhost:5580/world. Arguments: [endpoint].
The same in Java: HttpHello."""
import signal
import sys

import zmq

LONGEST_REQUEST = 8192


def reply(request):
    words = request.split(b" ", 2)
    is_get = len(words) == 3 and words[0] == b"GET"
    body = b"Hello, " + words[1][1:] + b"\n" if is_get else b"GET only\n"
    status = b"200 OK" if is_get else b"400 Bad Request"
    return b"HTTP/1.0 %s\r\nContent-Type: text/plain\r\nContent-Length: %d\r\n\r\n%s" % (status, len(body), body)


signal.signal(signal.SIGTERM, lambda *_: sys.exit())
endpoint = sys.argv[1] if len(sys.argv) > 1 else "tcp://*:5580"

with zmq.Context() as context, context.socket(zmq.STREAM) as stream:
    stream.bind(endpoint)
    print("listening on", stream.last_endpoint.decode(), flush=True)
    requests = {}
    while True:
        connection, piece = stream.recv_multipart()
        if not piece:
            if requests.pop(connection, None) is None:
                requests[connection] = b""
            continue
        request = requests.get(connection, b"") + piece
        if b"\r\n\r\n" not in request and len(request) < LONGEST_REQUEST:
            requests[connection] = request
            continue
        print(request.split(b"\r\n", 1)[0].decode("latin-1"), flush=True)
        stream.send_multipart([connection, reply(request)])
        stream.send_multipart([connection, b""])
        requests.pop(connection, None)
