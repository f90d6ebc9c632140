package programs.actor;

import java.util.concurrent.TimeUnit;
import org.zeromq.ZContext;
import org.zeromq.ZMQ.Socket;
import org.zeromq.ZStar;
import programs.Expect;

/** A set among a star's arguments decides before each turn, an entourage comes first and last. */
public final class SetAndEntourage {
    private SetAndEntourage() {}

    public static void main(String[] args) throws Exception {
        Calls calls = new Calls();
        try (ZContext context = new ZContext()) {
            ZStar star = new ZStar(
                    context,
                    new ScriptedStar(calls, 1),
                    "over",
                    set(calls, "unused"),
                    "an argument",
                    set(calls, "set"),
                    entourage(calls));
            Expect.that(star.exit().await(20, TimeUnit.SECONDS), "ended");
            star.close();
        }
        calls.expect(
                "breakaleg",
                "premiere",
                "set lights scripted",
                "create 0",
                "prepare",
                "set fire",
                "breathe",
                "act 1",
                "entract",
                "set fire",
                "renews",
                "interview",
                "party",
                "party of the entourage");
    }

    /** Lets one turn pass. */
    private static ZStar.Set set(Calls calls, String name) {
        return new ZStar.Set() {
            private int asked;

            @Override
            public boolean fire() {
                asked++;
                return calls.add(name + " fire", asked == 2);
            }

            @Override
            public void lights(String title, int id) {
                Expect.that(id > 0, "numbers begin with 1");
                calls.add(name + " lights " + title);
            }
        };
    }

    private static ZStar.Entourage entourage(Calls calls) {
        return new ZStar.Entourage() {
            @Override
            public void breakaleg(ZContext context, ZStar.Fortune fortune, Socket pipe, Object... args) {
                Expect.equal(4, args.length);
                calls.add("breakaleg");
            }

            @Override
            public void party(ZContext context) {
                calls.add("party of the entourage");
            }
        };
    }
}
