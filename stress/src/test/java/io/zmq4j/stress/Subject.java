package io.zmq4j.stress;

import java.util.List;

/**
 * What is tried with the scheduler: a scenario, how many schedules of it are played in a short run, and the faults by which
 * it shows that it notices.
 */
public enum Subject {
    QUEUE(
            "io.zmq4j.queue.OneProducerOneConsumer",
            250,
            new Plant(
                            "the next array is linked before its first slot is filled",
                            "io/zmq4j/queue/SpscQueue.java",
                            """
                    next[0] = element;
                    producerArray = next;
                    producerSlot = 1;
                    SLOT.setRelease(array, slot, next);
                    """,
                            """
                    producerArray = next;
                    producerSlot = 1;
                    SLOT.setRelease(array, slot, next);
                    next[0] = element;
                    """)
                    .from(160)),
    FLAGS(
            "io.zmq4j.pipe.BothFlags",
            250,
            new Plant("the reader looks again before it raises its flag", "io/zmq4j/pipe/PipeQueue.java", """
                    readerWaits = true;
                    VarHandle.fullFence();
                    message = poll();
                    """, """
                    message = poll();
                    VarHandle.fullFence();
                    readerWaits = true;
                    """),
            new Plant("the writer does not look again", "io/zmq4j/pipe/PipeQueue.java", """
                    VarHandle.fullFence();
                    if (offer(message)) {
                    writerWaits = false;
                    return true;
                    }
                    return false;
                    """, """
                    return false;
                    """)),
    RUNS(
            "io.zmq4j.pipe.RunsBetweenMessages",
            250,
            new Plant(
                    "a run's end is looked at apart from its count",
                    "io/zmq4j/outbox/RunReader.java",
                    "if (Run.hasEnded(state) && taken == Run.count(state)) {",
                    "if (run != null && Run.hasEnded(run.state()) && taken == Run.count(state)) {"),
            new Plant("a message is counted before it is written", "io/zmq4j/outbox/Run.java", """
                    long behind = ShortMessage.put(bytes, length, message);
                    STATE.setRelease(this, behind << 32 | (int) before + ONE_MESSAGE);
                    """, """
                    long behind = length + ShortMessage.encodedSize(message);
                    STATE.setRelease(this, behind << 32 | (int) before + ONE_MESSAGE);
                    ShortMessage.put(bytes, length, message);
                    """)),
    GATE(
            "io.zmq4j.loop.WorkAtAGate",
            250,
            new Plant(
                    "who finds the gate taken leaves no word",
                    "io/zmq4j/loop/Gate.java",
                    "if (state.compareAndSet(TAKEN, TAKEN_AGAIN)) {",
                    "if (state.get() == TAKEN) {"),
            new Plant("a close shuts the gate while somebody is inside", "io/zmq4j/loop/Gate.java", """
                    if (state.compareAndSet(seen, seen == OPEN ? SHUT : CLOSING)) {
                    if (seen == OPEN) {
                    """, """
                    if (state.compareAndSet(seen, SHUT)) {
                    if (seen >= OPEN) {
                    """)),
    MAILBOX(
            "io.zmq4j.pipe.SignalsInTheMailbox",
            250,
            new Plant("a pipe's signals are taken before its link is read", "io/zmq4j/pipe/Mailbox.java", """
                    PipeEnd next = pipe.below;
                    pipe.below = null;
                    handler.onSignals(pipe, pipe.takeSignals());
                    """, """
                    handler.onSignals(pipe, pipe.takeSignals());
                    PipeEnd next = pipe.below;
                    pipe.below = null;
                    """)),
    LOCK(
            "io.zmq4j.socket.TakenInTurns",
            250,
            new Plant("who queues is looked for before the lock is free", "io/zmq4j/socket/PlainLock.java", """
                    setState(0);
                    if (hasQueuedThreads()) {
                    """, """
                    boolean wakes = hasQueuedThreads();
                    setState(0);
                    if (wakes) {
                    """)),
    TOKEN(
            "io.zmq4j.loop.TokenHandedOver",
            300,
            new Plant(
                            "a driver that leaves looks for parked threads before it gives the token back",
                            "io/zmq4j/loop/Token.java",
                            """
                    do {
                    wanted |= wantsDriver;
                    wantsDriver = false;
                    driver.set(null);
                    } while (!chores.isEmpty() && tryTake() && runChores());
                    passOn(wanted);
                    """,
                            """
                    boolean alone = parked.isEmpty();
                    do {
                    wanted |= wantsDriver;
                    wantsDriver = false;
                    driver.set(null);
                    } while (!chores.isEmpty() && tryTake() && runChores());
                    if (!alone) {
                    passOn(wanted);
                    }
                    """)
                    .from(760),
            new Plant(
                            "a thread looks at the token before it enters the list of the parked",
                            "io/zmq4j/loop/Token.java",
                            """
                    parked.add(waiter);
                    try {
                    Thread seen = driver.get();
                    """,
                            """
                    Thread seen = driver.get();
                    parked.add(waiter);
                    try {
                    """)
                    .from(3130)),
    PARKED(
            "io.zmq4j.loop.ParkedGivesUp",
            300,
            new Plant(
                    "a parked thread that gives up does not pass the token on", "io/zmq4j/loop/Token.java", """
                    parked.remove(waiter);
                    if (!drives) {
                    passOn(false);
                    }
                    """, """
                    parked.remove(waiter);
                    """)),
    CHORES(
            "io.zmq4j.loop.StepsAfterPosts",
            150,
            new Plant("a chore's mark is taken down after its step", "io/zmq4j/loop/Chore.java", """
                    POSTED.setVolatile(this, false);
                    if (!cancelled) {
                    step.run();
                    }
                    """, """
                    try {
                    if (!cancelled) {
                    step.run();
                    }
                    } finally {
                    POSTED.setVolatile(this, false);
                    }
                    """).from(190),
            new Plant(
                    "a chore that rests is forgotten",
                    "io/zmq4j/loop/Chores.java",
                    "if (e instanceof Error && chore.rest(clock.getAsLong())) {",
                    "if (e instanceof Error && chore.rest(clock.getAsLong()) && false) {")),
    CARETAKER(
            "io.zmq4j.loop.NobodyWaits",
            300,
            new Plant(
                            "the caretaker falls asleep beside a driver that has left",
                            "io/zmq4j/loop/Caretaker.java",
                            """
                    sleeping = true;
                    if (loop.token().isTaken() && !waiter.isSignalled()) {
                    LockSupport.park(this);
                    }
                    """,
                            """
                    boolean beside = loop.token().isTaken() && !waiter.isSignalled();
                    sleeping = true;
                    if (beside) {
                    LockSupport.park(this);
                    }
                    """)
                    .from(2610),
            new Plant(
                            "a request to drive is forgotten after the drive that came before it",
                            "io/zmq4j/loop/Caretaker.java",
                            """
                    driveNow = false;
                    stepAside = false;
                    if ((needed || unattended) && loop.token().tryTake()) {
                    // An application that reads without ever waiting is served what else there is, and left alone.
                    boolean absent = needed || loop.token().activity() == activitySeen;
                    drive(absent ? Long.MAX_VALUE : 0);
                    }
                    """,
                            """
                    stepAside = false;
                    if ((needed || unattended) && loop.token().tryTake()) {
                    boolean absent = needed || loop.token().activity() == activitySeen;
                    drive(absent ? Long.MAX_VALUE : 0);
                    }
                    driveNow = false;
                    """)
                    .from(1525),
            new Plant(
                    "a driver that leaves does not look for chores again",
                    "io/zmq4j/loop/Token.java",
                    "} while (!chores.isEmpty() && tryTake() && runChores());",
                    "} while (false);")),
    WAITING(
            "io.zmq4j.socket.FullAndEmpty",
            80,
            new Plant("a waiter forgets signals after it has looked", "io/zmq4j/socket/Waiting.java", """
                    waiter.reset();
                    pattern.renew(entry);
                    T result = attempt.get();
                    if (result != null) {
                    return result;
                    }
                    """, """
                    pattern.renew(entry);
                    T result = attempt.get();
                    if (result != null) {
                    return result;
                    }
                    waiter.reset();
                    """)),
    TIMED(
            "io.zmq4j.socket.InTimeOrNot",
            80,
            new Plant("a message is taken and given up at once", "io/zmq4j/socket/Waiting.java", """
                    waiter.reset();
                    pattern.renew(entry);
                    T result = attempt.get();
                    if (result != null) {
                    return result;
                    }
                    """, """
                    waiter.reset();
                    pattern.renew(entry);
                    T result = attempt.get();
                    if (result != null && nanos - (System.nanoTime() - began) > 0) {
                    return result;
                    }
                    """)),
    CALLED(
            "io.zmq4j.socket.OneIsCalled",
            60,
            new Plant(
                    "who was called and leaves does not pass it on",
                    "io/zmq4j/socket/LockedPattern.java",
                    "if (entry.leave() && waiters.hasWaiting(entry.kind())) {",
                    "if (entry.leave() && false) {"),
            new Plant(
                            "who has been called looks again without standing in the line",
                            "io/zmq4j/socket/Waiters.java",
                            """
                    state = State.WAITING;
                    queue.add(this);
                    """,
                            """
                    state = State.WAITING;
                    """)
                    .from(440)),
    INPROC(
            "io.zmq4j.socket.BindMeetsConnect",
            80,
            new Plant(
                            "who binds finds a link whose pipe is not attached",
                            "io/zmq4j/inproc/InprocConnection.java",
                            """
                    } else if (mine.beginAttach()) {
                    try {
                    mine.attach();
                    } finally {
                    open(mine);
                    }
                    }
                    """,
                            """
                    } else if (mine.beginAttach()) {
                    open(mine);
                    registry.await(this);
                    mine.attach();
                    }
                    """)
                    .from(530),
            new Plant(
                            "a bind may come between the look for the name and the wait for it",
                            "io/zmq4j/inproc/InprocRegistry.java",
                            """
                    lock.lock();
                    try {
                    interested
                    .computeIfAbsent(connection.name(), key -> new LinkedHashSet<>())
                    .add(connection);
                    return bound.get(connection.name());
                    """,
                            """
                    InprocBinding seen = binding(connection.name());
                    lock.lock();
                    try {
                    interested
                    .computeIfAbsent(connection.name(), key -> new LinkedHashSet<>())
                    .add(connection);
                    return seen;
                    """)
                    .from(50)),
    SIGNALS(
            "io.zmq4j.socket.SignalsWorkedOff",
            250,
            new Plant(
                    "who puts a pipe into the mailbox sees to its own signals only",
                    "io/zmq4j/pipe/Mailbox.java",
                    "return signals | pipe.takeUntold();",
                    "return signals;")),
    CALLS(
            "io.zmq4j.socket.CallsInTheMailbox",
            80,
            new Plant(
                            "who drains a signal takes it from the thread that is to tell of it",
                            "io/zmq4j/pipe/PipeEnd.java",
                            "return (int) SIGNALS.getAndBitwiseAnd(this, ~PENDING) & PENDING;",
                            "return (int) SIGNALS.getAndSet(this, 0) & PENDING;")
                    .from(103_700)),
    PIPES(
            "io.zmq4j.socket.PipesComeAndGo",
            80,
            new Plant(
                    "who signals does not look again after the lock's release",
                    "io/zmq4j/socket/SocketLock.java",
                    """
                    unlockAndSeeTo(keeps);
                    if (!mailbox.isEmpty()) {
                    workOffMailbox();
                    }
                    """,
                    """
                    unlockAndSeeTo(keeps);
                    """));

    /** The class. */
    public final String scenario;

    public final int schedules;
    public final List<Plant> plants;

    Subject(String scenario, int schedules, Plant... plants) {
        this.scenario = scenario;
        this.schedules = schedules;
        this.plants = List.of(plants);
    }
}
