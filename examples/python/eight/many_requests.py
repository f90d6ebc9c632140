"""A client has a hundred requests outstanding, each with a future and a deadline of its own.
Arguments: server ENDPOINT, or client ENDPOINT."""
import asyncio
import itertools
import sys

import zmq
import zmq.asyncio

numbers = itertools.count()


async def receive(dealer, waiting):
    while True:
        request_id, _, reply = await dealer.recv_multipart()
        waiting.pop(request_id).set_result(reply.decode())


async def request(dealer, waiting, text):
    request_id = next(numbers).to_bytes(8, "big")
    waiting[request_id] = asyncio.get_running_loop().create_future()
    await dealer.send_multipart([request_id, b"", text.encode()])
    return await asyncio.wait_for(waiting[request_id], 10)


async def client():
    with zmq.asyncio.Context() as context, context.socket(zmq.DEALER) as dealer:
        dealer.connect(sys.argv[2])
        waiting = {}
        receiver = asyncio.create_task(receive(dealer, waiting))
        for reply in await asyncio.gather(*(request(dealer, waiting, f"request {i}") for i in range(100))):
            print(reply)
        receiver.cancel()


def server():
    with zmq.Context() as context, context.socket(zmq.ROUTER) as router:
        router.bind(sys.argv[2])
        while True:
            *envelope, body = router.recv_multipart()
            router.send_multipart([*envelope, b"reply to " + body])


if sys.argv[1] == "server":
    server()
else:
    asyncio.run(client())
