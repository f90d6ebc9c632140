package programs.actor;

import org.zeromq.ZContext;
import org.zeromq.ZMQ.Socket;
import org.zeromq.ZStar;

/** A fortune whose stars note each callback, turn twice, and are followed by as many others as wanted. */
final class ScriptedStar implements ZStar.Fortune {
    private final Calls calls;
    private final int stars;

    ScriptedStar(Calls calls, int stars) {
        this.calls = calls;
        this.stars = stars;
    }

    @Override
    public String premiere(Socket pipe, Object... args) {
        return calls.add("premiere", "scripted");
    }

    @Override
    public ZStar.Star create(ZContext context, Socket pipe, int count, ZStar.Star previous, Object... args) {
        calls.add("create " + count + (previous == null ? "" : " after one"));
        return new ZStar.Star() {
            private int turns;

            @Override
            public void prepare() {
                calls.add("prepare");
            }

            @Override
            public int breathe() {
                turns++;
                return calls.add("breathe", turns);
            }

            @Override
            public boolean act(int events) {
                return calls.add("act " + events, events < 2);
            }

            @Override
            public boolean entract() {
                return calls.add("entract", true);
            }

            @Override
            public boolean renews() {
                return calls.add("renews", count + 1 < stars);
            }
        };
    }

    @Override
    public boolean interview(Socket pipe) {
        return calls.add("interview", true);
    }

    @Override
    public void party(ZContext context) {
        calls.add("party");
    }
}
