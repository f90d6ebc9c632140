package io.zmq4j.micrometer;

import io.zmq4j.micrometer.Board.Reading;
import java.util.concurrent.atomic.DoubleAccumulator;
import java.util.function.ToDoubleFunction;

/** A number that never falls, also where its sockets get another name and take what they have counted with them. */
final class Rising implements ToDoubleFunction<Board> {
    private final ToDoubleFunction<Reading> value;
    private final DoubleAccumulator highest = new DoubleAccumulator(Math::max, 0);

    Rising(ToDoubleFunction<Reading> value) {
        this.value = value;
    }

    @Override
    public double applyAsDouble(Board board) {
        highest.accumulate(value.applyAsDouble(board.latest()));
        return highest.get();
    }
}
