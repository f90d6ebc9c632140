/*
 * libzmq in the roles of the benchmarks:
 *
 *   perf local_thr   ENDPOINT SIZE COUNT               PULL, binds, prints "msg/s N"
 *   perf remote_thr  ENDPOINT SIZE COUNT               PUSH, connects
 *   perf local_lat   ENDPOINT SIZE ROUNDTRIPS          REP, binds
 *   perf remote_lat  ENDPOINT SIZE ROUNDTRIPS          REQ, connects, prints "us N" for one way
 *   perf inproc_thr  SIZE COUNT                        both ends, in two threads
 *   perf inproc_lat  SIZE ROUNDTRIPS
 *   perf proxy_thr   SIZE COUNT                        10 REQ and 4 REP at a proxy, prints "msg/s N"
 *   perf pub         ENDPOINT SIZE COUNT SUBSCRIBERS   XPUB, binds, waits for the subscriptions
 *   perf subs        ENDPOINT SIZE COUNT SUBSCRIBERS   as many SUB, connect, prints "msg/s N" of all together
 *   perf many        ENDPOINT SIZE COUNT PEERS         as many PUSH, connect to one local_thr
 *   perf crowd       ENDPOINT SIZE COUNT               COUNT REQ, connect at once to one local_lat, prints "s N"
 *   perf local_pace  ENDPOINT SIZE COUNT               PULL, binds, prints percentiles, then "us N"
 *   perf remote_pace ENDPOINT SIZE COUNT RATE          PUSH, connects, sends RATE messages a second
 *
 *   --warmup N          as many messages or round trips go before, uncounted
 *   --timeout SECONDS   fails if the run takes longer, 120 unless said
 *   --no-numbers        local_thr, local_lat: check size and count only
 *   --every MILLIS      remote_lat: pause so long before each question; prints the median
 *   --spin              remote_pace: watch the clock instead of sleeping
 *   --curve-server-secret FILE    be a CURVE server with this secret certificate
 *   --curve-server-key KEY|FILE   be a client of the server with this public key, or certificate
 *   --curve-client FILE           as a client, have this secret certificate, else a key that is thrown away
 *   -o NAME=VALUE       set SNDHWM, RCVHWM, SNDBUF or RCVBUF of every socket
 *
 * A message begins with its number, 8 bytes big-endian, of which the first three are the sender's number; a shorter one
 * is the low bytes of that. Whoever receives checks size and number of every message, and how many come.
 */
#define _GNU_SOURCE
#include <endian.h>
#include <errno.h>
#include <getopt.h>
#include <inttypes.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>
#include <zmq.h>

enum { SENDER_SHIFT = 40, MAX_SENDERS = 1 << 16, MAX_OPTIONS = 16, CLIENTS = 10, WORKERS = 4 };

static const uint64_t SECOND = 1000000000;

static void *context;
static const char *endpoint = "inproc://bench";
static size_t size;
static uint64_t count;
static uint64_t warmup;
static uint64_t peers;
static uint64_t pause_millis;
static int numbered = 1;
static int spins;

static struct {
    int name;
    int value;
} options[MAX_OPTIONS];
static int option_count;

/* Keys of CURVE in Z85, empty unless they are set; a server has none of a server. */
enum { KEY_SIZE = 41 };
static char own_public[KEY_SIZE];
static char own_secret[KEY_SIZE];
static char server_public[KEY_SIZE];

static void fail (const char *what)
{
    fprintf (stderr, "perf: %s: %s\n", what, zmq_strerror (zmq_errno ()));
    exit (1);
}

static uint64_t total (void)
{
    return warmup + count;
}

/* The clock starts at a message's arrival: that of the first one at the earliest. */
static uint64_t before_clock (void)
{
    return warmup > 1 ? warmup : 1;
}

static uint64_t nanos (void)
{
    struct timespec now;
    clock_gettime (CLOCK_MONOTONIC, &now);
    return (uint64_t) now.tv_sec * SECOND + (uint64_t) now.tv_nsec;
}

static void print_rate (uint64_t messages, uint64_t began)
{
    uint64_t elapsed = nanos () - began;
    printf ("msg/s %.0f\n", (double) messages * 1e9 / (double) (elapsed > 0 ? elapsed : 1));
}

static void print_micros (const char *name, double value)
{
    printf ("%s %.3f\n", name, value / 1e3);
}

/* Times, all of them: percentiles are exact. */

static uint64_t *samples;
static uint64_t sample_count;

static void *allocated (uint64_t number, size_t each)
{
    void *memory = calloc (number > 0 ? number : 1, each);
    if (memory == NULL)
        fail ("calloc");
    return memory;
}

static int ascending (const void *one, const void *other)
{
    uint64_t a = *(const uint64_t *) one, b = *(const uint64_t *) other;
    return a < b ? -1 : a > b;
}

/* Nearest rank; the samples are sorted. */
static double percentile (double percent)
{
    double exact = percent / 100 * (double) sample_count;
    uint64_t rank = (uint64_t) exact;
    if ((double) rank < exact)
        rank++;
    return (double) samples[(rank > 0 ? rank : 1) - 1];
}

static void sort_samples (void)
{
    qsort (samples, sample_count, sizeof *samples, ascending);
}

/* Numbers. */

static uint64_t number_of (uint64_t sender, uint64_t number)
{
    return sender << SENDER_SHIFT | number;
}

static uint64_t truncated (uint64_t number)
{
    return size >= sizeof number ? number : number & ((UINT64_C (1) << 8 * size) - 1);
}

static void put_number (unsigned char *bytes, uint64_t number)
{
    uint64_t swapped = htobe64 (number);
    if (size >= sizeof swapped)
        memcpy (bytes, &swapped, sizeof swapped);
    else
        memcpy (bytes, (char *) &swapped + sizeof swapped - size, size);
}

static uint64_t read_number (const unsigned char *bytes)
{
    uint64_t swapped = 0;
    if (size >= sizeof swapped)
        memcpy (&swapped, bytes, sizeof swapped);
    else
        memcpy ((char *) &swapped + sizeof swapped - size, bytes, size);
    return be64toh (swapped);
}

/* What came so far: each sender's messages from number 0 on, without a gap. */
struct ledger {
    uint64_t *next;
    uint64_t senders;
    uint64_t taken;
};

static void refuse (const struct ledger *ledger, const char *what, uint64_t is, uint64_t expected)
{
    fprintf (stderr, "perf: message %" PRIu64 ": %s %" PRIu64 " instead of %" PRIu64 "%s\n", ledger->taken, what, is, expected,
             numbered && ledger->taken < 2 ? "; a sender that does not number its messages needs --no-numbers here" : "");
    exit (1);
}

static void take (struct ledger *ledger, zmq_msg_t *message)
{
    if (zmq_msg_size (message) != size || zmq_msg_more (message))
        refuse (ledger, "size", zmq_msg_size (message), size);
    if (numbered) {
        uint64_t number = read_number (zmq_msg_data (message));
        uint64_t sender = size < sizeof number ? 0 : number >> SENDER_SHIFT;
        if (sender >= MAX_SENDERS)
            refuse (ledger, "sender", sender, 0);
        if (sender >= ledger->senders) {
            uint64_t *next = allocated (2 * sender + 1, sizeof *next);
            if (ledger->next != NULL)
                memcpy (next, ledger->next, ledger->senders * sizeof *next);
            free (ledger->next);
            ledger->next = next;
            ledger->senders = 2 * sender + 1;
        }
        uint64_t expected = truncated (number_of (sender, ledger->next[sender]));
        if (number != expected)
            refuse (ledger, "number", number, expected);
        ledger->next[sender]++;
    }
    ledger->taken++;
}

/* Sockets. */

static void set (void *socket, int name, int value)
{
    if (zmq_setsockopt (socket, name, &value, sizeof value) != 0)
        fail ("zmq_setsockopt");
}

static void set_key (void *socket, int name, const char *key)
{
    if (zmq_setsockopt (socket, name, key, KEY_SIZE) != 0)
        fail ("zmq_setsockopt of a key");
}

static void secure (void *socket)
{
    if (*own_secret == '\0')
        return;
    set_key (socket, ZMQ_CURVE_PUBLICKEY, own_public);
    set_key (socket, ZMQ_CURVE_SECRETKEY, own_secret);
    if (*server_public == '\0')
        set (socket, ZMQ_CURVE_SERVER, 1);
    else
        set_key (socket, ZMQ_CURVE_SERVERKEY, server_public);
}

static void *opened (int type)
{
    void *socket = zmq_socket (context, type);
    if (socket == NULL)
        fail ("zmq_socket");
    secure (socket);
    for (int i = 0; i < option_count; i++)
        set (socket, options[i].name, options[i].value);
    return socket;
}

static void *bound (int type, const char *address)
{
    void *socket = opened (type);
    if (zmq_bind (socket, address) != 0)
        fail (address);
    return socket;
}

static void *connected (int type, const char *address)
{
    void *socket = opened (type);
    if (zmq_connect (socket, address) != 0)
        fail (address);
    return socket;
}

static void send_message (void *socket, zmq_msg_t *message)
{
    if (zmq_msg_send (message, socket, 0) < 0)
        fail ("zmq_msg_send");
}

static void make_message (zmq_msg_t *message, uint64_t number)
{
    if (zmq_msg_init_size (message, size) != 0)
        fail ("zmq_msg_init_size");
    /* The others send bytes that were set as well. */
    memset (zmq_msg_data (message), 0, size);
    put_number (zmq_msg_data (message), number);
}

static void send_number (void *socket, uint64_t number)
{
    zmq_msg_t message;
    make_message (&message, number);
    send_message (socket, &message);
}

/* Receives into an initialized message. */
static void receive (void *socket, zmq_msg_t *message)
{
    if (zmq_msg_recv (message, socket, 0) < 0)
        fail ("zmq_msg_recv");
}

/*
 * A sender stays until its receivers have gone. libzmq hands everything to the kernel before it ends, but over ipc a
 * receiver whose queue is full at the moment its peer hangs up never reads what still waits in the kernel.
 */

static void *watched (void *socket)
{
    const char *address = "inproc://disconnected";
    if (zmq_socket_monitor (socket, address, ZMQ_EVENT_DISCONNECTED) != 0)
        fail (address);
    void *monitor = zmq_socket (context, ZMQ_PAIR);
    if (monitor == NULL || zmq_connect (monitor, address) != 0)
        fail (address);
    return monitor;
}

static void await_end (void *monitor, uint64_t ends)
{
    for (uint64_t i = 0; i < ends; i++) {
        zmq_msg_t part;
        int more;
        do {
            zmq_msg_init (&part);
            receive (monitor, &part);
            more = zmq_msg_more (&part);
            zmq_msg_close (&part);
        } while (more);
    }
    zmq_close (monitor);
}

/* Threads. */

static pthread_t start (void *(*body) (void *), void *argument)
{
    pthread_t thread;
    errno = pthread_create (&thread, NULL, body, argument);
    if (errno != 0)
        fail ("pthread_create");
    return thread;
}

/* Floods. */

static void *flood (void *push)
{
    for (uint64_t number = 0; number < total (); number++)
        send_number (push, number);
    return NULL;
}

static void take_flood (void *pull)
{
    struct ledger ledger = {0};
    zmq_msg_t message;
    zmq_msg_init (&message);
    uint64_t began = 0;
    while (ledger.taken < total ()) {
        receive (pull, &message);
        take (&ledger, &message);
        if (ledger.taken == before_clock ())
            began = nanos ();
    }
    print_rate (total () - before_clock (), began);
    zmq_msg_close (&message);
}

static void local_thr (void)
{
    void *pull = bound (ZMQ_PULL, endpoint);
    take_flood (pull);
    zmq_close (pull);
}

static void remote_thr (void)
{
    void *push = opened (ZMQ_PUSH);
    void *monitor = watched (push);
    if (zmq_connect (push, endpoint) != 0)
        fail (endpoint);
    flood (push);
    await_end (monitor, 1);
    zmq_close (push);
}

static void inproc_thr (void)
{
    void *pull = bound (ZMQ_PULL, endpoint);
    void *push = connected (ZMQ_PUSH, endpoint);
    pthread_t sender = start (flood, push);
    take_flood (pull);
    pthread_join (sender, NULL);
    zmq_close (push);
    zmq_close (pull);
}

static void many (void)
{
    void **sockets = allocated (peers, sizeof *sockets);
    for (uint64_t i = 0; i < peers; i++)
        sockets[i] = connected (ZMQ_PUSH, endpoint);
    void *monitor = watched (sockets[0]);
    for (uint64_t sent = 0; sent < total (); sent++)
        send_number (sockets[sent % peers], number_of (sent % peers, sent / peers));
    /* All have the same receiver. */
    await_end (monitor, 1);
    for (uint64_t i = 0; i < peers; i++)
        zmq_close (sockets[i]);
    free (sockets);
}

/* Questions and answers. */

static void *answer (void *rep)
{
    struct ledger ledger = {0};
    zmq_msg_t message;
    zmq_msg_init (&message);
    while (ledger.taken < total ()) {
        receive (rep, &message);
        take (&ledger, &message);
        send_message (rep, &message);
    }
    zmq_msg_close (&message);
    return NULL;
}

static void ask_once (void *req, struct ledger *ledger, zmq_msg_t *message)
{
    send_number (req, ledger->taken);
    receive (req, message);
    take (ledger, message);
}

static void sleep_until (uint64_t due)
{
    struct timespec at = {(time_t) (due / SECOND), (long) (due % SECOND)};
    while (clock_nanosleep (CLOCK_MONOTONIC, TIMER_ABSTIME, &at, NULL) == EINTR) {
    }
}

static void ask (void *req)
{
    /* In the first answer is the time to connect, so the clock starts there at the earliest. */
    uint64_t uncounted = pause_millis == 0 ? before_clock () : warmup;
    if (uncounted == total ()) {
        fprintf (stderr, "perf: COUNT is 1: from 2 on is allowed, as the clock starts at the first answer\n");
        exit (1);
    }
    struct ledger ledger = {0};
    zmq_msg_t message;
    zmq_msg_init (&message);
    while (ledger.taken < uncounted)
        ask_once (req, &ledger, &message);
    uint64_t began = nanos ();
    while (ledger.taken < total ()) {
        if (pause_millis == 0) {
            ask_once (req, &ledger, &message);
        } else {
            sleep_until (nanos () + pause_millis * 1000000);
            uint64_t asked = nanos ();
            ask_once (req, &ledger, &message);
            samples[sample_count++] = nanos () - asked;
        }
    }
    if (pause_millis == 0) {
        print_micros ("us", (double) (nanos () - began) / 2 / (double) (total () - uncounted));
    } else {
        sort_samples ();
        print_micros ("us", percentile (50) / 2);
    }
    zmq_msg_close (&message);
}

static void local_lat (void)
{
    void *rep = bound (ZMQ_REP, endpoint);
    answer (rep);
    zmq_close (rep);
}

static void remote_lat (void)
{
    samples = allocated (count, sizeof *samples);
    void *req = connected (ZMQ_REQ, endpoint);
    ask (req);
    zmq_close (req);
}

/* Sockets that connect at once and ask once each; gives how long it takes until the last has its answer. */
static double serve_crowd (uint64_t first, uint64_t number)
{
    void **sockets = allocated (number, sizeof *sockets);
    for (uint64_t i = 0; i < number; i++)
        sockets[i] = opened (ZMQ_REQ);
    struct ledger ledger = {0};
    zmq_msg_t message;
    zmq_msg_init (&message);
    uint64_t began = nanos ();
    for (uint64_t i = 0; i < number; i++)
        if (zmq_connect (sockets[i], endpoint) != 0)
            fail (endpoint);
    for (uint64_t i = 0; i < number; i++)
        send_number (sockets[i], number_of (first + i, 0));
    for (uint64_t i = 0; i < number; i++) {
        receive (sockets[i], &message);
        take (&ledger, &message);
    }
    double nanoseconds = (double) (nanos () - began);
    zmq_msg_close (&message);
    free (ledger.next);
    free (sockets);
    return nanoseconds;
}

static void crowd (void)
{
    if (size < sizeof (uint64_t) || total () > MAX_SENDERS) {
        fprintf (stderr, "perf: SIZE from 8 on and up to %d sockets are allowed\n", MAX_SENDERS);
        exit (1);
    }
    serve_crowd (0, warmup);
    printf ("s %.3f\n", serve_crowd (warmup, count) / 1e9);
    /* The sockets end with the process. */
    exit (0);
}

static void inproc_lat (void)
{
    void *rep = bound (ZMQ_REP, endpoint);
    void *req = connected (ZMQ_REQ, endpoint);
    pthread_t answerer = start (answer, rep);
    ask (req);
    pthread_join (answerer, NULL);
    zmq_close (req);
    zmq_close (rep);
}

/*
 * Requests through a proxy. Service threads end with the process; each client checks that its own answers come.
 */

struct proxy {
    void *frontend;
    void *backend;
};

struct client {
    void *req;
    uint64_t index;
};

static pthread_barrier_t warm;

static void *serve_proxy (void *argument)
{
    struct proxy *proxy = argument;
    zmq_proxy (proxy->frontend, proxy->backend, NULL);
    return NULL;
}

static void *serve (void *rep)
{
    zmq_msg_t message;
    zmq_msg_init (&message);
    for (;;) {
        receive (rep, &message);
        send_message (rep, &message);
    }
    return NULL;
}

static uint64_t share (uint64_t all, uint64_t client)
{
    return all / CLIENTS + (client < all % CLIENTS);
}

static void ask_as (struct client *client, struct ledger *ledger, uint64_t times)
{
    zmq_msg_t message;
    zmq_msg_init (&message);
    for (uint64_t i = 0; i < times; i++) {
        send_number (client->req, number_of (client->index, ledger->taken));
        receive (client->req, &message);
        take (ledger, &message);
    }
    zmq_msg_close (&message);
}

static void *be_client (void *argument)
{
    struct client *client = argument;
    struct ledger ledger = {0};
    ask_as (client, &ledger, share (warmup, client->index));
    pthread_barrier_wait (&warm);
    ask_as (client, &ledger, share (count, client->index));
    return NULL;
}

static void *bound_anywhere (int type, char *real, size_t room)
{
    void *socket = bound (type, "tcp://127.0.0.1:*");
    if (zmq_getsockopt (socket, ZMQ_LAST_ENDPOINT, real, &room) != 0)
        fail ("zmq_getsockopt");
    return socket;
}

static void proxy_thr (void)
{
    char requests[64], work[64];
    struct proxy proxy = {bound_anywhere (ZMQ_ROUTER, requests, sizeof requests), bound_anywhere (ZMQ_DEALER, work, sizeof work)};
    start (serve_proxy, &proxy);
    for (int i = 0; i < WORKERS; i++)
        start (serve, connected (ZMQ_REP, work));
    struct client clients[CLIENTS];
    pthread_t threads[CLIENTS];
    pthread_barrier_init (&warm, NULL, CLIENTS + 1);
    for (uint64_t i = 0; i < CLIENTS; i++) {
        clients[i] = (struct client) {connected (ZMQ_REQ, requests), i};
        threads[i] = start (be_client, &clients[i]);
    }
    pthread_barrier_wait (&warm);
    uint64_t began = nanos ();
    for (int i = 0; i < CLIENTS; i++)
        pthread_join (threads[i], NULL);
    print_rate (count, began);
    exit (0);
}

/* Publishing. */

static void pub (void)
{
    void *socket = opened (ZMQ_XPUB);
    set (socket, ZMQ_XPUB_NODROP, 1);
    /* Else only the first of equal subscriptions is told. */
    set (socket, ZMQ_XPUB_VERBOSE, 1);
    void *monitor = watched (socket);
    if (zmq_bind (socket, endpoint) != 0)
        fail (endpoint);
    zmq_msg_t message;
    zmq_msg_init (&message);
    for (uint64_t i = 0; i < peers; i++) {
        receive (socket, &message);
        if (zmq_msg_size (&message) == 0 || *(char *) zmq_msg_data (&message) != 1) {
            fprintf (stderr, "perf: something else than a subscription came\n");
            exit (1);
        }
    }
    zmq_msg_close (&message);
    flood (socket);
    await_end (monitor, peers);
    zmq_close (socket);
}

static void subs (void)
{
    zmq_pollitem_t *items = allocated (peers, sizeof *items);
    struct ledger *ledgers = allocated (peers, sizeof *ledgers);
    for (uint64_t i = 0; i < peers; i++) {
        void *sub = opened (ZMQ_SUB);
        if (zmq_setsockopt (sub, ZMQ_SUBSCRIBE, "", 0) != 0 || zmq_connect (sub, endpoint) != 0)
            fail (endpoint);
        items[i] = (zmq_pollitem_t) {.socket = sub, .events = ZMQ_POLLIN};
    }
    count *= peers;
    warmup *= peers;
    zmq_msg_t message;
    zmq_msg_init (&message);
    uint64_t taken = 0, began = 0;
    while (taken < total ()) {
        if (zmq_poll (items, (int) peers, -1) < 0)
            fail ("zmq_poll");
        for (uint64_t i = 0; i < peers; i++)
            while (items[i].revents != 0) {
                if (zmq_msg_recv (&message, items[i].socket, ZMQ_DONTWAIT) < 0) {
                    if (zmq_errno () != EAGAIN)
                        fail ("zmq_msg_recv");
                    break;
                }
                take (&ledgers[i], &message);
                if (++taken == before_clock ())
                    began = nanos ();
            }
    }
    print_rate (total () - before_clock (), began);
    zmq_msg_close (&message);
    for (uint64_t i = 0; i < peers; i++) {
        zmq_close (items[i].socket);
        free (ledgers[i].next);
    }
    free (ledgers);
    free (items);
}

/* A steady pace: behind its number a message has the time it was sent at. */

static void require_stamp (void)
{
    if (size < 2 * sizeof (uint64_t)) {
        fprintf (stderr, "perf: SIZE is %zu: from 16 on is allowed, for number and time\n", size);
        exit (1);
    }
}

static void local_pace (void)
{
    require_stamp ();
    samples = allocated (count, sizeof *samples);
    void *pull = bound (ZMQ_PULL, endpoint);
    struct ledger ledger = {0};
    zmq_msg_t message;
    zmq_msg_init (&message);
    while (ledger.taken < total ()) {
        receive (pull, &message);
        uint64_t now = nanos ();
        take (&ledger, &message);
        if (ledger.taken > warmup) {
            uint64_t sent;
            memcpy (&sent, (char *) zmq_msg_data (&message) + sizeof sent, sizeof sent);
            samples[sample_count++] = now - be64toh (sent);
        }
    }
    zmq_msg_close (&message);
    zmq_close (pull);
    sort_samples ();
    print_micros ("p50", percentile (50));
    print_micros ("p99", percentile (99));
    print_micros ("p99.9", percentile (99.9));
    print_micros ("max", percentile (100));
    print_micros ("us", percentile (50));
}

/* Sends on an absolute schedule, so that a late message does not delay those after it; gives the rate that was held. */
static double send_paced (void *push, uint64_t first, uint64_t messages, uint64_t rate)
{
    uint64_t began = nanos ();
    for (uint64_t i = 0; i < messages; i++) {
        uint64_t due = began + i * SECOND / rate;
        if (spins)
            while (nanos () < due) {
            }
        else if (nanos () < due)
            sleep_until (due);
        zmq_msg_t message;
        make_message (&message, first + i);
        uint64_t now = htobe64 (nanos ());
        memcpy ((char *) zmq_msg_data (&message) + sizeof now, &now, sizeof now);
        send_message (push, &message);
    }
    return (double) messages * 1e9 / (double) (nanos () - began);
}

static void remote_pace (void)
{
    require_stamp ();
    uint64_t rate = peers;
    void *push = opened (ZMQ_PUSH);
    void *monitor = watched (push);
    if (zmq_connect (push, endpoint) != 0)
        fail (endpoint);
    send_paced (push, 0, warmup, rate > 10000 ? rate : 10000);
    double held = send_paced (push, warmup, count, rate);
    await_end (monitor, 1);
    zmq_close (push);
    printf ("rate %.0f\n", held);
}

/* The command line. */

static const struct role {
    const char *name;
    void (*play) (void);
    int has_endpoint;
    const char *fourth;
} roles[] = {
    {"local_thr", local_thr, 1, NULL},     {"remote_thr", remote_thr, 1, NULL},
    {"local_lat", local_lat, 1, NULL},     {"remote_lat", remote_lat, 1, NULL},
    {"inproc_thr", inproc_thr, 0, NULL},   {"inproc_lat", inproc_lat, 0, NULL},
    {"proxy_thr", proxy_thr, 0, NULL},     {"pub", pub, 1, "SUBSCRIBERS"},
    {"subs", subs, 1, "SUBSCRIBERS"},      {"many", many, 1, "PEERS"},
    {"crowd", crowd, 1, NULL},
    {"local_pace", local_pace, 1, NULL},   {"remote_pace", remote_pace, 1, "RATE"},
};

static const struct role *role_named (const char *name)
{
    for (size_t i = 0; i < sizeof roles / sizeof *roles; i++)
        if (strcmp (roles[i].name, name) == 0)
            return &roles[i];
    return NULL;
}

static void usage (const struct role *role)
{
    fprintf (stderr, "usage: perf");
    if (role != NULL) {
        fprintf (stderr, " %s%s SIZE COUNT", role->name, role->has_endpoint ? " ENDPOINT" : "");
        if (role->fourth != NULL)
            fprintf (stderr, " %s", role->fourth);
    } else {
        fprintf (stderr, " ROLE ARGUMENTS; roles are");
        for (size_t i = 0; i < sizeof roles / sizeof *roles; i++)
            fprintf (stderr, " %s", roles[i].name);
    }
    fprintf (stderr, "\n");
    exit (64);
}

static uint64_t number_argument (const char *name, const char *text, uint64_t smallest)
{
    char *end;
    errno = 0;
    uint64_t number = strtoull (text, &end, 10);
    if (errno != 0 || end == text || *end != '\0' || *text == '-' || number < smallest || number > INT64_MAX) {
        fprintf (stderr, "perf: %s is %s: a number from %" PRIu64 " on is allowed\n", name, text, smallest);
        exit (64);
    }
    return number;
}

static void option_argument (char *text)
{
    static const struct {
        const char *name;
        int number;
    } known[] = {{"SNDHWM", ZMQ_SNDHWM}, {"RCVHWM", ZMQ_RCVHWM}, {"SNDBUF", ZMQ_SNDBUF}, {"RCVBUF", ZMQ_RCVBUF}};
    char *value = strchr (text, '=');
    if (value != NULL && option_count < MAX_OPTIONS) {
        *value++ = '\0';
        for (size_t i = 0; i < sizeof known / sizeof *known; i++)
            if (strcasecmp (known[i].name, text) == 0) {
                options[option_count].name = known[i].number;
                options[option_count++].value = (int) number_argument (text, value, 0);
                return;
            }
    }
    fprintf (stderr, "perf: -o %s is not known: NAME=VALUE with SNDHWM, RCVHWM, SNDBUF or RCVBUF is allowed\n", text);
    exit (64);
}

/* Gives whether a certificate, which is ZPL as CZMQ writes it, has a key of this name. */
static int find_key (FILE *certificate, const char *name, char key[KEY_SIZE])
{
    char line[256], found[32], value[KEY_SIZE];
    rewind (certificate);
    while (fgets (line, sizeof line, certificate) != NULL)
        if (sscanf (line, " %31[a-z-] = \"%40[^\"]\"", found, value) == 2 && strcmp (found, name) == 0) {
            strcpy (key, value);
            return 1;
        }
    return 0;
}

static void read_keys (const char *file, char public_key[KEY_SIZE], char *secret_key)
{
    FILE *certificate = fopen (file, "r");
    if (certificate == NULL || !find_key (certificate, "public-key", public_key)
        || (secret_key != NULL && !find_key (certificate, "secret-key", secret_key))) {
        fprintf (stderr, "perf: %s is no %s certificate\n", file, secret_key != NULL ? "secret" : "public");
        exit (64);
    }
    fclose (certificate);
}

static void key_argument (const char *key_or_file)
{
    if (strlen (key_or_file) == KEY_SIZE - 1 && access (key_or_file, F_OK) != 0)
        strcpy (server_public, key_or_file);
    else
        read_keys (key_or_file, server_public, NULL);
}

/* Of a client that has no certificate the key is made up. */
static void check_keys (const struct role *role, const char *server, const char *client)
{
    if ((server != NULL && *server_public != '\0') || (client != NULL && *server_public == '\0')) {
        fprintf (stderr, "perf: --curve-server-secret, or --curve-server-key with or without --curve-client is allowed\n");
        exit (64);
    }
    if (server != NULL || client != NULL)
        read_keys (server != NULL ? server : client, own_public, own_secret);
    else if (*server_public != '\0' && zmq_curve_keypair (own_public, own_secret) != 0)
        fail ("zmq_curve_keypair");
    if (*own_secret != '\0' && !role->has_endpoint) {
        fprintf (stderr, "perf: %s has both ends, which would be on the same side of CURVE\n", role->name);
        exit (64);
    }
}

static void out_of_time (int signal)
{
    (void) signal;
    static const char text[] = "perf: not done in time; --timeout gives it more\n";
    /* Of what may be called here there is nothing to do about an error. */
    if (write (STDERR_FILENO, text, sizeof text - 1)) {
    }
    _exit (1);
}

/* Gives the role; the rest goes to the variables above. */
static const struct role *parse (int argc, char **argv)
{
    static const struct option known[] = {{"warmup", required_argument, NULL, 'w'}, {"timeout", required_argument, NULL, 't'},
                                          {"every", required_argument, NULL, 'e'},  {"no-numbers", no_argument, NULL, 'n'},
                                          {"spin", no_argument, NULL, 's'},
                                          {"curve-server-secret", required_argument, NULL, 'S'},
                                          {"curve-server-key", required_argument, NULL, 'K'},
                                          {"curve-client", required_argument, NULL, 'C'},
                                          {NULL, 0, NULL, 0}};
    const char *curve_server = NULL, *curve_client = NULL;
    unsigned timeout = 120;
    int option;
    while ((option = getopt_long (argc, argv, "o:", known, NULL)) != -1)
        switch (option) {
            case 'w': warmup = number_argument ("--warmup", optarg, 0); break;
            case 't': timeout = (unsigned) number_argument ("--timeout", optarg, 1); break;
            case 'e': pause_millis = number_argument ("--every", optarg, 0); break;
            case 'n': numbered = 0; break;
            case 's': spins = 1; break;
            case 'S': curve_server = optarg; break;
            case 'K': key_argument (optarg); break;
            case 'C': curve_client = optarg; break;
            case 'o': option_argument (optarg); break;
            default: usage (NULL);
        }
    argv += optind;
    argc -= optind;
    const struct role *role = argc > 0 ? role_named (argv[0]) : NULL;
    if (role == NULL || argc != 3 + role->has_endpoint + (role->fourth != NULL))
        usage (role);
    check_keys (role, curve_server, curve_client);
    argv++;
    if (role->has_endpoint)
        endpoint = *argv++;
    size = number_argument ("SIZE", argv[0], 0);
    count = number_argument ("COUNT", argv[1], 1);
    if (role->fourth != NULL)
        peers = number_argument (role->fourth, argv[2], 1);
    signal (SIGALRM, out_of_time);
    alarm (timeout);
    return role;
}

/* A socket takes a few file descriptors. */
static void allow_many_files (void)
{
    struct rlimit files;
    if (getrlimit (RLIMIT_NOFILE, &files) == 0) {
        files.rlim_cur = files.rlim_max;
        setrlimit (RLIMIT_NOFILE, &files);
    }
}

int main (int argc, char **argv)
{
    const struct role *role = parse (argc, argv);
    allow_many_files ();
    context = zmq_ctx_new ();
    if (context == NULL || zmq_ctx_set (context, ZMQ_MAX_SOCKETS, 20000) != 0)
        fail ("zmq_ctx_new");
    role->play ();
    zmq_ctx_term (context);
    return 0;
}
