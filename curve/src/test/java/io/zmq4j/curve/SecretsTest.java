package io.zmq4j.curve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zmq4j.zmtp.mechanism.Ask;
import io.zmq4j.zmtp.mechanism.Mechanism;
import org.junit.jupiter.api.Test;

/** When the secrets of a handshake are overwritten. */
class SecretsTest {
    private static final Ask.Answer ANSWER = Mechanism.Step::sending;

    private final Secrets secrets = new Secrets();

    @Test
    void theEndOverwritesAllThatIsKept() {
        byte[] one = secrets.keep(Keys.filled(1));
        byte[] other = secrets.keep(Keys.filled(2));
        assertThat(one).containsOnly(1);

        secrets.end();
        secrets.end();

        assertThat(one).containsOnly(0);
        assertThat(other).containsOnly(0);
    }

    /** A key that is overwritten while it is used would be a key that anybody can compute. */
    @Test
    void whatWorkUsesIsOverwrittenWhenTheWorkIsDone() throws Exception {
        byte[] before = secrets.keep(Keys.filled(1));
        byte[] made = Keys.filled(2);

        secrets.using(() -> {
                    secrets.end();
                    secrets.keep(made);
                    assertThat(before).containsOnly(1);
                    return ANSWER;
                })
                .call();

        assertThat(before).containsOnly(0);
        assertThat(made).containsOnly(0);
    }

    @Test
    void workThatFailsEndsTheHandshake() {
        byte[] before = secrets.keep(Keys.filled(1));

        assertThatThrownBy(secrets.using(() -> {
                    throw Octets.malformed("not opened");
                })::call)
                .hasMessage("not opened");

        assertThat(before).containsOnly(0);
    }

    @Test
    void workThatIsDoneLeavesThemForTheNext() throws Exception {
        byte[] made = secrets.keep(Keys.filled(1));

        secrets.using(() -> ANSWER).call();
        assertThat(made).containsOnly(1);
        secrets.using(() -> ANSWER).call();
        assertThat(made).containsOnly(1);

        secrets.end();
        assertThat(made).containsOnly(0);
    }

    @Test
    void thereIsNoWorkAfterTheEnd() {
        secrets.end();

        assertThatThrownBy(secrets.using(() -> ANSWER)::call)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the handshake is over");
    }
}
