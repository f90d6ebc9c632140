package programs.life;

import org.zeromq.ZMQ;
import programs.Expect;

/** The version is a text of three numbers, and the numbers are the same as the single ones. */
public final class Versions {
    private Versions() {}

    public static void main(String[] args) throws Exception {
        Expect.equal(
                ZMQ.getMajorVersion() + "." + ZMQ.getMinorVersion() + "." + ZMQ.getPatchVersion(),
                ZMQ.getVersionString());
        Expect.equal(
                ZMQ.makeVersion(ZMQ.getMajorVersion(), ZMQ.getMinorVersion(), ZMQ.getPatchVersion()),
                ZMQ.getFullVersion());
        Expect.equal(40_107, ZMQ.makeVersion(4, 1, 7));
        Expect.that(ZMQ.getFullVersion() >= ZMQ.makeVersion(4, 1, 0), "as new as 4.1");
    }
}
