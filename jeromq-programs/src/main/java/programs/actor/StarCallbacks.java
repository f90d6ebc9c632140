package programs.actor;

import java.util.concurrent.TimeUnit;
import org.zeromq.ZContext;
import org.zeromq.ZStar;
import programs.Expect;

/** The callbacks of stars come in a fixed order; a star that renews is followed by the next one. */
public final class StarCallbacks {
    private StarCallbacks() {}

    public static void main(String[] args) throws Exception {
        Calls calls = new Calls();
        try (ZContext context = new ZContext()) {
            ZStar star = new ZStar(context, new ScriptedStar(calls, 2), "over");
            Expect.that(star.exit().await(20, TimeUnit.SECONDS), "ended");
            Expect.that(star.sign(), "the last word was not read yet");
            Expect.that(star.recv() == null && !star.sign(), "now it was");
            star.close();
        }
        calls.expect(
                "premiere",
                "create 0",
                "prepare",
                "breathe",
                "act 1",
                "entract",
                "breathe",
                "act 2",
                "renews",
                "create 1 after one",
                "prepare",
                "breathe",
                "act 1",
                "entract",
                "breathe",
                "act 2",
                "renews",
                "interview",
                "party");
    }
}
