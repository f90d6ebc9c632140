/*
 * libzmq in the roles of the benchmarks:
 *
 *   perf local_thr  ENDPOINT SIZE COUNT         PULL, binds, prints "msg/s N"
 *   perf remote_thr ENDPOINT SIZE COUNT         PUSH, connects
 *   perf local_lat  ENDPOINT SIZE ROUNDTRIPS    REP, binds
 *   perf remote_lat ENDPOINT SIZE ROUNDTRIPS    REQ, connects, prints "us N" for one way
 *   perf inproc_thr SIZE COUNT                  both ends, in two threads
 *   perf inproc_lat SIZE ROUNDTRIPS
 *
 * COUNT messages warm up, COUNT more are timed. A message begins with its number if it has room for it, and whoever
 * receives one checks it.
 */
#include <endian.h>
#include <errno.h>
#include <inttypes.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <zmq.h>

static const char *endpoint = "inproc://perf";
static size_t size;
static uint64_t count;

static void fail (const char *what)
{
    fprintf (stderr, "%s: %s\n", what, zmq_strerror (zmq_errno ()));
    exit (1);
}

static void send_number (void *socket, uint64_t number)
{
    zmq_msg_t message;
    if (zmq_msg_init_size (&message, size) != 0)
        fail ("zmq_msg_init_size");
    /* The others send bytes that were set as well. */
    memset (zmq_msg_data (&message), 0, size);
    if (size >= sizeof number) {
        number = htobe64 (number);
        memcpy (zmq_msg_data (&message), &number, sizeof number);
    }
    if (zmq_msg_send (&message, socket, 0) < 0)
        fail ("zmq_msg_send");
}

/* Receives into an initialized message and checks what came. */
static void receive_number (void *socket, zmq_msg_t *message, uint64_t expected)
{
    if (zmq_msg_recv (message, socket, 0) < 0)
        fail ("zmq_msg_recv");
    if (zmq_msg_size (message) != size) {
        fprintf (stderr, "message %" PRIu64 " has %zu bytes instead of %zu\n", expected, zmq_msg_size (message), size);
        exit (1);
    }
    uint64_t number;
    if (size >= sizeof number) {
        memcpy (&number, zmq_msg_data (message), sizeof number);
        number = be64toh (number);
        if (number != expected) {
            fprintf (stderr, "message %" PRIu64 " came instead of %" PRIu64 "\n", number, expected);
            exit (1);
        }
    }
}

static double seconds (void)
{
    struct timespec now;
    clock_gettime (CLOCK_MONOTONIC, &now);
    return (double) now.tv_sec + (double) now.tv_nsec / 1e9;
}

static void *flood (void *push)
{
    for (uint64_t number = 0; number < 2 * count; number++)
        send_number (push, number);
    return NULL;
}

static void take (void *pull)
{
    zmq_msg_t message;
    zmq_msg_init (&message);
    double began = 0;
    for (uint64_t number = 0; number < 2 * count; number++) {
        if (number == count)
            began = seconds ();
        receive_number (pull, &message, number);
    }
    printf ("msg/s %.0f\n", (double) count / (seconds () - began));
    zmq_msg_close (&message);
}

static void *answer (void *rep)
{
    zmq_msg_t message;
    zmq_msg_init (&message);
    for (uint64_t number = 0; number < 2 * count; number++) {
        receive_number (rep, &message, number);
        if (zmq_msg_send (&message, rep, 0) < 0)
            fail ("zmq_msg_send");
    }
    zmq_msg_close (&message);
    return NULL;
}

static void ask (void *req)
{
    zmq_msg_t message;
    zmq_msg_init (&message);
    double began = 0;
    for (uint64_t number = 0; number < 2 * count; number++) {
        if (number == count)
            began = seconds ();
        send_number (req, number);
        receive_number (req, &message, number);
    }
    printf ("us %.3f\n", (seconds () - began) * 1e6 / (2.0 * (double) count));
    zmq_msg_close (&message);
}

static void *bound (void *context, int type)
{
    void *socket = zmq_socket (context, type);
    if (socket == NULL || zmq_bind (socket, endpoint) != 0)
        fail (endpoint);
    return socket;
}

static void *connected (void *context, int type)
{
    void *socket = zmq_socket (context, type);
    if (socket == NULL || zmq_connect (socket, endpoint) != 0)
        fail (endpoint);
    return socket;
}

static void *watched (void *context, void *socket)
{
    const char *address = "inproc://disconnected";
    void *monitor = zmq_socket (context, ZMQ_PAIR);
    if (zmq_socket_monitor (socket, address, ZMQ_EVENT_DISCONNECTED) != 0 || zmq_connect (monitor, address) != 0)
        fail (address);
    return monitor;
}

/*
 * Sends, and stays until the receiver goes. libzmq hands everything to the kernel before it ends, but over ipc a
 * receiver whose queue is full at the moment its peer hangs up never reads what still waits in the kernel.
 */
static void remote_thr (void *context)
{
    void *push = zmq_socket (context, ZMQ_PUSH);
    void *monitor = watched (context, push);
    if (zmq_connect (push, endpoint) != 0)
        fail (endpoint);
    flood (push);
    zmq_msg_t event;
    zmq_msg_init (&event);
    if (zmq_msg_recv (&event, monitor, 0) < 0)
        fail ("zmq_msg_recv");
    zmq_msg_close (&event);
    zmq_close (monitor);
    zmq_close (push);
}

static pthread_t start (void *(*body) (void *), void *socket)
{
    pthread_t thread;
    errno = pthread_create (&thread, NULL, body, socket);
    if (errno != 0)
        fail ("pthread_create");
    return thread;
}

static int usage (void)
{
    fprintf (stderr, "usage: perf local_thr|remote_thr|local_lat|remote_lat ENDPOINT SIZE COUNT\n"
                     "       perf inproc_thr|inproc_lat SIZE COUNT\n");
    return 2;
}

int main (int argc, char **argv)
{
    if (argc < 2)
        return usage ();
    const char *role = argv[1];
    int inproc = strncmp (role, "inproc_", 7) == 0;
    if (argc != (inproc ? 4 : 5))
        return usage ();
    if (!inproc)
        endpoint = argv[2];
    size = strtoull (argv[argc - 2], NULL, 10);
    count = strtoull (argv[argc - 1], NULL, 10);

    void *context = zmq_ctx_new ();
    void *sockets[2] = {NULL, NULL};
    if (strcmp (role, "local_thr") == 0) {
        take (sockets[0] = bound (context, ZMQ_PULL));
    } else if (strcmp (role, "remote_thr") == 0) {
        remote_thr (context);
    } else if (strcmp (role, "local_lat") == 0) {
        answer (sockets[0] = bound (context, ZMQ_REP));
    } else if (strcmp (role, "remote_lat") == 0) {
        ask (sockets[0] = connected (context, ZMQ_REQ));
    } else if (strcmp (role, "inproc_thr") == 0) {
        sockets[0] = bound (context, ZMQ_PULL);
        sockets[1] = connected (context, ZMQ_PUSH);
        pthread_t sender = start (flood, sockets[1]);
        take (sockets[0]);
        pthread_join (sender, NULL);
    } else if (strcmp (role, "inproc_lat") == 0) {
        sockets[0] = bound (context, ZMQ_REP);
        sockets[1] = connected (context, ZMQ_REQ);
        pthread_t answerer = start (answer, sockets[0]);
        ask (sockets[1]);
        pthread_join (answerer, NULL);
    } else {
        return usage ();
    }
    for (int i = 0; i < 2; i++)
        if (sockets[i] != NULL)
            zmq_close (sockets[i]);
    zmq_ctx_term (context);
    return 0;
}
