package io.zmq4j.view.top;

import io.zmq4j.view.top.Look.Row;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the user has chosen to see, changed by keys. Owned by the thread that draws. */
final class Model {
    /** What is on the screen. */
    enum Page {
        SOCKETS,
        /** One socket, with its peers. */
        SOCKET,
        EVENTS,
        HELP
    }

    /** What keys do, and whether what is new is shown. */
    enum Mode {
        LIVE,
        /** What was last seen stays. */
        PAUSED,
        /** Characters go into the filter. */
        TYPING,
        QUIT
    }

    private static final int PAGE_OF_ROWS = 10;

    private Page page = Page.SOCKETS;
    private Mode mode = Mode.LIVE;
    private Mode modeBefore = Mode.LIVE;
    private Sort sort = Sort.TRAFFIC;
    private Filter filter = Filter.NONE;
    private Look look;

    /** The one that the user has moved to, which stays selected wherever it is sorted to; null for the first. */
    private @Nullable Row selected;

    /** How many lines the page has been moved up, where it has no rows to select. */
    private int scrolled;

    Model(Look look) {
        this.look = look;
    }

    /** Takes what was seen, unless the user looks at something. */
    void see(Look next) {
        if (mode != Mode.PAUSED) {
            look = next;
        }
    }

    void press(Key key) {
        if (key.kind() == Key.Kind.CLOSED) {
            mode = Mode.QUIT;
        } else if (mode == Mode.TYPING) {
            type(key);
        } else {
            command(key);
        }
    }

    private void type(Key key) {
        switch (key.kind()) {
            case ENTER -> mode = modeBefore;
            case ESCAPE -> {
                filter = Filter.NONE;
                mode = modeBefore;
            }
            case BACKSPACE -> filter = filter.shortened();
            case CHARACTER -> filter = filter.with(key.character());
            default -> {}
        }
    }

    private void command(Key key) {
        switch (key.kind()) {
            case ENTER -> show(page == Page.SOCKETS ? Page.SOCKET : Page.SOCKETS);
            case ESCAPE, BACKSPACE -> back();
            case UP -> move(-1);
            case DOWN -> move(1);
            case PAGE_UP -> move(-PAGE_OF_ROWS);
            case PAGE_DOWN -> move(PAGE_OF_ROWS);
            case HOME -> move(Integer.MIN_VALUE / 2);
            case END -> move(Integer.MAX_VALUE / 2);
            case CHARACTER -> letter(key.character());
            case CLOSED -> mode = Mode.QUIT;
        }
    }

    private void letter(int character) {
        switch (character) {
            case 'q', 'Q' -> mode = Mode.QUIT;
            case 's' -> sort = sort.next();
            case 'f', '/' -> {
                show(page == Page.EVENTS ? Page.EVENTS : Page.SOCKETS);
                modeBefore = mode;
                mode = Mode.TYPING;
            }
            case 'e' -> show(page == Page.EVENTS ? Page.SOCKETS : Page.EVENTS);
            case 'p', ' ' -> mode = mode == Mode.PAUSED ? Mode.LIVE : Mode.PAUSED;
            case 'h', '?' -> show(page == Page.HELP ? Page.SOCKETS : Page.HELP);
            case 'k' -> move(-1);
            case 'j' -> move(1);
            default -> {}
        }
    }

    /** To the page before, and at the first to all that the filter has hidden. */
    private void back() {
        if (page == Page.SOCKETS) {
            filter = Filter.NONE;
        }
        show(Page.SOCKETS);
    }

    private void show(Page next) {
        if (next == Page.SOCKET) {
            selected = selectedRow();
        }
        if (next != page) {
            scrolled = 0;
        }
        page = next;
    }

    private void move(int by) {
        if (page != Page.SOCKETS) {
            // The screen says how far it can be scrolled.
            scrolled = Math.max(0, scrolled + by);
            return;
        }
        var rows = rows();
        if (!rows.isEmpty()) {
            selected = rows.get(Math.max(0, Math.min(rows.size() - 1, selectedAt(rows) + by)));
        }
    }

    /** The sockets that the filter lets through, sorted. */
    List<Row> rows() {
        return look.rows().stream()
                .filter(filter::passes)
                .sorted((a, b) -> sort.order().compare(a.socket(), b.socket()))
                .toList();
    }

    private int selectedAt(List<Row> rows) {
        for (int i = 0; i < rows.size(); i++) {
            if (selected != null && rows.get(i).isSame(selected)) {
                return i;
            }
        }
        return 0;
    }

    /** Which of the rows is selected, as it is now; as it was when it was last there, on its own page; null if there is none. */
    @Nullable
    Row selectedRow() {
        for (var row : look.rows()) {
            if (selected != null && row.isSame(selected)) {
                return row;
            }
        }
        if (page == Page.SOCKET) {
            return selected;
        }
        var rows = rows();
        return rows.isEmpty() ? null : rows.get(0);
    }

    /** Bounds how far the page is moved, as it has so many lines more than there is room for. */
    int scrolled(int most) {
        scrolled = Math.max(0, Math.min(scrolled, most));
        return scrolled;
    }

    Page page() {
        return page;
    }

    Mode mode() {
        return mode;
    }

    Sort sort() {
        return sort;
    }

    Filter filter() {
        return filter;
    }

    Look look() {
        return look;
    }
}
