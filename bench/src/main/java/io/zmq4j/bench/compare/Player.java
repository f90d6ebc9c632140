package io.zmq4j.bench.compare;

import java.io.IOException;

/** Plays single runs. */
interface Player {
    /**
     * Plays one run to its end.
     *
     * @throws IOException if the run cannot even be begun, as for want of a program
     */
    Outcome play(Contestant contestant, Row row, Counts counts) throws IOException, InterruptedException;
}
