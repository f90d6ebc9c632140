package io.zmq4j.view.top;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.view.top.Model.Mode;
import io.zmq4j.view.top.Model.Page;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModelTest {
    private final Model model = new Model(Looks.ofPrices());

    private List<String> names() {
        return names(model);
    }

    private static List<String> names(Model model) {
        return model.rows().stream().map(row -> row.socket().now().title()).toList();
    }

    private String selected() {
        var row = model.selectedRow();
        return row == null ? "none" : row.socket().now().title();
    }

    private void type(String text) {
        text.codePoints().forEach(character -> model.press(Key.of(character)));
    }

    private void press(Key.Kind... kinds) {
        for (var kind : kinds) {
            model.press(Key.of(kind));
        }
    }

    @Test
    void atFirstThereAreTheBusiestSocketsLive() {
        assertThat(model.page()).isEqualTo(Page.SOCKETS);
        assertThat(model.mode()).isEqualTo(Mode.LIVE);
        assertThat(names()).containsExactly("PUB \"ticker\"", "PULL #3", "DEALER \"orders\"");
    }

    @Test
    void sGoesThroughTheOrdersAndBeginsAgain() {
        var first = new ArrayList<String>();
        var orders = new ArrayList<Sort>();
        for (int i = 0; i < Sort.values().length; i++) {
            orders.add(model.sort());
            first.add(names().get(0));
            type("s");
        }

        assertThat(orders).containsExactly(Sort.values());
        assertThat(model.sort()).isEqualTo(Sort.TRAFFIC);
        assertThat(first)
                .containsExactly(
                        "PUB \"ticker\"", // traffic
                        "PUB \"ticker\"", // sent
                        "PULL #3", // received
                        "PUB \"ticker\"", // queued
                        "PULL #3", // dropped
                        "PUB \"ticker\"", // peers
                        "PULL #3", // name, of which it has none
                        "PUB \"ticker\""); // opened
    }

    @Test
    void aFilterLooksIntoTypeNameEndpointAndPeerInAnyCase() {
        for (var each : List.of("dealer", "ORDERS", "hub2")) {
            type("/" + each);
            assertThat(names()).as(each).containsExactly("DEALER \"orders\"");
            press(Key.Kind.ESCAPE);
        }
        type("f10.0.0.8");
        assertThat(names()).containsExactly("PUB \"ticker\"");
    }

    @Test
    void enterKeepsTheFilterAndEscapeAtTheListEndsIt() {
        type("/pulx");
        press(Key.Kind.BACKSPACE, Key.Kind.ENTER);
        assertThat(model.mode()).isEqualTo(Mode.LIVE);
        assertThat(names()).containsExactly("PULL #3");

        press(Key.Kind.ESCAPE);
        assertThat(names()).hasSize(3);
    }

    @Test
    void whileTheFilterIsTypedLettersAreNoCommands() {
        type("/qspe?");

        assertThat(model.mode()).isEqualTo(Mode.TYPING);
        assertThat(model.filter().text()).isEqualTo("qspe?");
        assertThat(model.page()).isEqualTo(Page.SOCKETS);
    }

    @Test
    void theFilterTakesCharactersOfEveryLanguageAndAWholeOneBack() {
        type("/日🙂");
        press(Key.Kind.BACKSPACE);
        assertThat(model.filter().text()).isEqualTo("日");
        press(Key.Kind.BACKSPACE, Key.Kind.BACKSPACE);
        assertThat(model.filter().text()).isEmpty();
    }

    @Test
    void theFilterIsBounded() {
        type("/" + "x".repeat(1000));

        assertThat(model.filter().text()).hasSize(60);
    }

    @Test
    void theSelectionMovesAndStopsAtTheEnds() {
        assertThat(selected()).isEqualTo("PUB \"ticker\"");
        press(Key.Kind.UP, Key.Kind.DOWN);
        assertThat(selected()).isEqualTo("PULL #3");
        type("j");
        assertThat(selected()).isEqualTo("DEALER \"orders\"");
        press(Key.Kind.PAGE_DOWN);
        assertThat(selected()).isEqualTo("DEALER \"orders\"");
        press(Key.Kind.HOME);
        assertThat(selected()).isEqualTo("PUB \"ticker\"");
        press(Key.Kind.END);
        type("k");
        assertThat(selected()).isEqualTo("PULL #3");
        press(Key.Kind.PAGE_UP);
        assertThat(selected()).isEqualTo("PUB \"ticker\"");
    }

    @Test
    void theSelectionStaysWithItsSocketWhereverThatIsSortedTo() {
        press(Key.Kind.END);
        type("sss");

        assertThat(selected()).isEqualTo("DEALER \"orders\"");
    }

    @Test
    void enterShowsTheSelectedSocketAndGoesBack() {
        press(Key.Kind.DOWN, Key.Kind.ENTER);
        assertThat(model.page()).isEqualTo(Page.SOCKET);
        assertThat(selected()).isEqualTo("PULL #3");

        press(Key.Kind.ENTER);
        assertThat(model.page()).isEqualTo(Page.SOCKETS);
    }

    @Test
    void aSocketThatIsClosedStaysOnItsPage() {
        press(Key.Kind.ENTER);
        model.see(Looks.ofMany(0));
        assertThat(selected()).isEqualTo("PUB \"ticker\"");

        press(Key.Kind.ESCAPE);
        assertThat(selected()).isEqualTo("none");
    }

    @Test
    void eventsAndHelpComeAndGoByTheirKeys() {
        type("e");
        assertThat(model.page()).isEqualTo(Page.EVENTS);
        type("?");
        assertThat(model.page()).isEqualTo(Page.HELP);
        type("h");
        assertThat(model.page()).isEqualTo(Page.SOCKETS);
        type("e");
        press(Key.Kind.ESCAPE);
        assertThat(model.page()).isEqualTo(Page.SOCKETS);
    }

    @Test
    void aFilterOfEventsStaysAtTheEvents() {
        type("e/ticker");

        assertThat(model.page()).isEqualTo(Page.EVENTS);
    }

    @Test
    void pausedNothingNewIsSeen() {
        type("p");
        model.see(Looks.ofMany(7));
        assertThat(names()).hasSize(3);

        type("p");
        model.see(Looks.ofMany(7));
        assertThat(names()).hasSize(7);
    }

    @Test
    void aFilterInAPauseLeavesThePause() {
        type("p/x");
        press(Key.Kind.ENTER);

        assertThat(model.mode()).isEqualTo(Mode.PAUSED);
    }

    @Test
    void qAndTheEndOfTheTerminalQuit() {
        for (var key : List.of(Key.of('q'), Key.of(Key.Kind.CLOSED))) {
            var one = new Model(Looks.ofPrices());
            one.press(key);
            assertThat(one.mode()).isEqualTo(Mode.QUIT);
        }
        type("/");
        press(Key.Kind.CLOSED);
        assertThat(model.mode()).isEqualTo(Mode.QUIT);
    }

    @Test
    void keysThatMeanNothingChangeNothing() {
        type("xyz123");

        assertThat(model.mode()).isEqualTo(Mode.LIVE);
        assertThat(model.page()).isEqualTo(Page.SOCKETS);
        assertThat(names()).hasSize(3);
    }
}
