package io.zmq4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What the arguments alone decide: nothing here opens a socket. */
class ArgumentsTest {
    @Test
    void helpHasAnExampleForEveryVerb() {
        var run = Run.zmq("--help");
        assertThat(run.code()).isEqualTo(Exit.DONE);
        assertThat(run.err()).isEmpty();
        assertThat(run.out().lines().map(String::strip))
                .containsAll(Verb.all().stream().map(Verb::example).toList());
    }

    @ParameterizedTest
    @EnumSource(
            value = Verb.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"TOP", "DASHBOARD", "BROKER", "BRIDGE", "DEMO", "BENCH"})
    void everyVerbExplainsItselfOnStdout(Verb verb) {
        var run = Run.zmq(verb.word(), "--help");
        assertThat(run.code()).isEqualTo(Exit.DONE);
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .startsWith("Usage: zmq " + verb.word())
                .contains("Exit code:", "Example:", verb.example());
        assertThat(Run.zmq("help", verb.word())).isEqualTo(run);
    }

    @Test
    void theVersionIsTheProjectsOwn() {
        var run = Run.zmq("--version");
        assertThat(run.code()).isEqualTo(Exit.DONE);
        assertThat(run.out()).matches("zmq4j \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?\n");
    }

    @Test
    void withoutAVerbTheHelpGoesToStderr() {
        var run = Run.zmq();
        assertThat(run.code()).isEqualTo(Exit.USAGE);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("Usage: zmq VERB");
    }

    @Test
    void aVerbIsKnownInAnyCase() {
        assertThat(Run.zmq("PUSH", "--help").out()).startsWith("Usage: zmq push");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "pusch -c tcp://a:1                     | 'pusch' is no verb: one of push, pull,",
                "pusch -c tcp://a:1                     | is allowed; did you mean push?",
                "push -c tcp://a:1 --timout 3           | Unknown option: '--timout'; did you mean --timeout?",
                "push -c tcp://a:1 --intervall=3        | Unknown option: '--intervall'; did you mean --interval?",
                "push -c tcp://a:1 -x                   | Unknown option: '-x'; what begins with a dash and is no option comes after --",
                "push -c tcp://a:1 -5                   | Unknown option: '-5'; what begins with a dash and is no option comes after --",
                "push -c tcp://a:1 a -0.5 -- -7         | Unknown option: '-0.5'",
                "push -c tcp://a:1 -o SNDHMW=5 x        | There is no socket option SNDHMW; the nearest are SNDHWM",
                "push hello                             | there is no endpoint: -b ENDPOINT binds one, -c ENDPOINT connects one",
                "push -c a:1                            | 'a:1' is no endpoint: one like tcp://HOST:PORT",
                "push -c tcp://a:1 -n 0                 | '0' is no count: a whole number from 1 is allowed",
                "push -c tcp://a:1 --timeout soon       | 'soon' is no number of seconds: from 0 to",
                "push -c tcp://a:1 --format text        | Unknown option: '--format'",
                "pull -c tcp://a:1 -s topic             | Unknown option",
                "sub -c tcp://a:1 --format xml          | expected one of [text, jsonl, raw]",
                "rep -c tcp://a:1 --echo --reply x      | mutually exclusive",
                "rep -c tcp://a:1 --strict              | Missing required argument(s): --command=CMD",
                "rep -c tcp://a:1 --echo --strict       | Missing required argument(s): --command=CMD",
                "req -c tcp://a:1 --retries 2 --timeout 0 | --timeout is 0: with --retries, more than 0 seconds are allowed",
                "monitor subb -c tcp://a:1              | 'subb' is no socket type: one of pair,",
                "options subb                           | is allowed; did you mean sub?",
                "proxy quue tcp://a:1 tcp://b:1         | expected one of [queue, forwarder, streamer]",
                "proxy queue tcp://a:1                  | Missing required parameter: 'BACKEND'",
                "proxy queue a:1 tcp://b:1              | 'a:1' is no endpoint",
            })
    void aWrongArgumentIsOneLineThatNamesItAndExitCode64(String args, String expected) {
        var run = Run.zmq(args.split(" +"));
        assertThat(run.code()).isEqualTo(Exit.USAGE);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("zmq: ").contains(expected).hasLineCount(1);
    }

    @Test
    void theOptionsOfATypeAreListedWithUnitAndDefault() {
        var run = Run.zmq("options", "sub");
        assertThat(run.code()).isEqualTo(Exit.DONE);
        assertThat(run.out()).startsWith("NAME ");
        assertThat(run.out().lines())
                .anySatisfy(line -> assertThat(line).matches("RCVHWM +integer +messages +1000 +\\S.*"))
                .noneMatch(line -> line.startsWith("ROUTER_MANDATORY"));
    }

    @Test
    void allOptionsAreListedWithoutAType() {
        assertThat(Run.zmq("options").out().lines())
                .anyMatch(line -> line.startsWith("ROUTER_MANDATORY "))
                .anyMatch(line -> line.startsWith("RECONNECT_IVL "));
    }
}
