package io.zmq4j.pattern;

import io.zmq4j.pipe.Pipe;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A socket's pipes, and whose turn it is among those worth trying.
 *
 * <pre>
 *   order:   [ A | B | C | D | E | F ]
 *              └─ active ┘ └ passive┘        turn moves over the active ones
 * </pre>
 *
 * A pipe that had nothing to read, or no room, is swapped behind the active ones and stays there until it says that
 * this has changed. So a message costs the same with one pipe and with ten thousand, and taking turns is two loads and
 * a compare. The map is only asked when a pipe comes, goes or becomes active again.
 */
final class ActivePipes {
    private final Map<Pipe, Slot> slots = new IdentityHashMap<>();
    private @Nullable Slot[] order = new Slot[4];
    private int active;
    private int turn;
    /** The active pipe if there is exactly one: three loads less on the way to it, which is what most sockets have. */
    private @Nullable Pipe only;

    void add(Pipe pipe) {
        int last = slots.size();
        if (last == order.length) {
            order = Arrays.copyOf(order, 2 * last);
        }
        var slot = new Slot(pipe, last);
        slots.put(pipe, slot);
        order[last] = slot;
        swap(last, active++);
        noteOnly();
    }

    void remove(Pipe pipe) {
        Slot slot = slots.remove(pipe);
        if (slot == null) {
            return;
        }
        if (slot.index < active) {
            deactivate(slot.index);
        }
        int last = slots.size();
        swap(slot.index, last);
        order[last] = null;
    }

    /** The pipe is worth trying again; false if it is none of these. */
    boolean activate(Pipe pipe) {
        Slot slot = slots.get(pipe);
        if (slot == null) {
            return false;
        }
        if (slot.index >= active) {
            swap(slot.index, active++);
            noteOnly();
        }
        return true;
    }

    /** The active pipe if there is exactly one: every turn is its turn. */
    @Nullable
    Pipe only() {
        return only;
    }

    /** The pipe whose turn it is, or null if none is active. */
    @Nullable
    Pipe current() {
        return only != null ? only : active == 0 ? null : slot(turn).pipe;
    }

    /** Gives the turn to the next active pipe. */
    void advance() {
        if (++turn >= active) {
            turn = 0;
        }
    }

    /** Takes the pipe whose turn it is out of the active ones; another one has the turn now. */
    void deactivateCurrent() {
        deactivate(turn);
    }

    private void deactivate(int index) {
        swap(index, --active);
        if (turn >= active) {
            turn = 0;
        }
        noteOnly();
    }

    private void noteOnly() {
        only = active == 1 ? slot(0).pipe : null;
    }

    private void swap(int i, int j) {
        Slot a = slot(i);
        Slot b = slot(j);
        order[i] = b;
        order[j] = a;
        b.index = i;
        a.index = j;
    }

    @SuppressWarnings("NullAway") // every index below the number of pipes holds a slot
    private Slot slot(int index) {
        return order[index];
    }

    private static final class Slot {
        final Pipe pipe;
        int index;

        Slot(Pipe pipe, int index) {
            this.pipe = pipe;
            this.index = index;
        }
    }
}
