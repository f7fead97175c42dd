package descentlab.browser;

import org.teavm.jso.JSExport;

/** The entry points of the compiled program: the page calls {@code main}, a script calls the library's functions. */
public final class Main {
    private Main() {
    }

    public static void main(String[] arguments) {
    }

    @JSExport
    public static String trace(String text) {
        return "{}";
    }
}
