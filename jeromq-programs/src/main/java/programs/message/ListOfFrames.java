package programs.message;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.zeromq.ZFrame;
import org.zeromq.ZMsg;
import programs.Expect;

/** A message is a deque of frames that gives null where others throw. */
public final class ListOfFrames {
    private ListOfFrames() {}

    public static void main(String[] args) throws Exception {
        ZMsg message = new ZMsg();
        message.add("b");
        message.push("a").addString("c").append("d").addLast(new byte[] {0, 1});
        Expect.equal("[ a, b, c, d, 0001 ]", message.toString());
        Expect.equal(6L, message.contentSize());
        Expect.equal(5, message.toArray(new ZFrame[0]).length);
        Expect.that(message.contains(new ZFrame("c")) && !message.contains(new ZFrame("x")), "contains");

        ZMsg copy = message.duplicate();
        Expect.equal(message, copy);
        Expect.equal(message.hashCode(), copy.hashCode());
        Expect.that(message.peek().getData() == copy.peek().getData(), "a copy shares the arrays");
        Expect.that(message.peek() != copy.peek(), "a copy has frames of its own");

        Expect.equal("a", message.popString());
        Expect.equal("0001", message.removeLast().toString());
        Expect.that(message.remove(new ZFrame("c")), "remove");
        Expect.equal("b", message.pop().toString());
        Expect.equal("d", message.poll().toString());
        Expect.equal(null, message.pop());
        Expect.equal(null, message.popString());
        Expect.equal(null, message.getFirst());
        Expect.equal(null, message.getLast());
        Expect.equal(null, message.removeFirst());
        Expect.equal(null, message.removeLast());
        Expect.equal(null, message.peekLast());
        Expect.failure(NoSuchElementException.class, message::remove);
        Expect.failure(NoSuchElementException.class, message::element);
        Expect.failure(NullPointerException.class, () -> message.add((ZFrame) null));
        Expect.equal("[  ]", message.toString());
        Expect.equal(0, message.hashCode());

        List<String> backwards = new ArrayList<>();
        for (Iterator<ZFrame> frames = copy.descendingIterator(); frames.hasNext(); ) {
            backwards.add(frames.next().toString());
        }
        Expect.equal(List.of("0001", "d", "c", "b", "a"), backwards);
        ZFrame first = copy.getFirst();
        copy.destroy();
        Expect.that(copy.isEmpty() && !first.hasData(), "destroyed with its frames");
    }
}
