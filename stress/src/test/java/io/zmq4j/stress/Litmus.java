package io.zmq4j.stress;

/** What is tried on the memory of the machine as it is: a jcstress test, and the fault by which it shows that it notices. */
public enum Litmus {
    QUEUE("io.zmq4j.queue.SpscQueueLitmus", Subject.QUEUE.plants.get(0)),
    ONLOOKER(
            "io.zmq4j.queue.OnlookerLitmus",
            new Plant(
                    "an onlooker looks into the consumer's array",
                    "io/zmq4j/queue/SpscQueue.java",
                    "return size() == 0;",
                    "return SLOT.getAcquire(consumerArray, consumerSlot) == null;")),
    READER_FLAG(
            "io.zmq4j.pipe.ReaderFlagLitmus",
            new Plant(
                    "no fence between the reader's flag and its second look",
                    "io/zmq4j/pipe/PipeQueue.java",
                    """
                    readerWaits = true;
                    VarHandle.fullFence();
                    """,
                    """
                    READER_WAITS.set(this, true);
                    """)),
    WRITER_FLAG(
            "io.zmq4j.pipe.WriterFlagLitmus",
            new Plant(
                    "no fence between the writer's flag and its second look",
                    "io/zmq4j/pipe/PipeQueue.java",
                    """
                    writerWaits = true;
                    VarHandle.fullFence();
                    if (offer(message)) {
                    """,
                    """
                    WRITER_WAITS.set(this, true);
                    if (offer(message)) {
                    """)),
    RUN("io.zmq4j.pipe.RunLitmus", Subject.RUNS.plants.get(1)),
    RUN_END("io.zmq4j.pipe.RunLitmus", Subject.RUNS.plants.get(0)),
    GATE("io.zmq4j.loop.GateLitmus", Subject.GATE.plants.get(0)),
    GATE_SHUT("io.zmq4j.loop.GateShutLitmus", Subject.GATE.plants.get(1)),
    MAILBOX("io.zmq4j.pipe.MailboxLitmus", Subject.MAILBOX.plants.get(0)),
    LOCK(
            "io.zmq4j.socket.PlainLockLitmus",
            new Plant("the lock is looked at and taken in two steps", "io/zmq4j/socket/PlainLock.java", """
                    if (!compareAndSetState(0, 1)) {
                    acquire(1);
                    }
                    """, """
                    if (getState() == 0) {
                    setState(1);
                    } else {
                    acquire(1);
                    }
                    """));

    /** The class. */
    public final String test;

    public final Plant plant;

    Litmus(String test, Plant plant) {
        this.test = test;
        this.plant = plant;
    }
}
