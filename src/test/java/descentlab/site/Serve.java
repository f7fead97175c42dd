package descentlab.site;

import java.io.IOException;

/** The command that shows the built page on this machine until it is stopped by Ctrl-C. */
public final class Serve {
    private static final int PORT = 8080;

    private Serve() {
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        try (SiteServer server = new SiteServer("/", PORT)) {
            System.out.println("Descent Lab is at " + server.address() + " (Ctrl-C ends it)");
            Thread.currentThread().join();
        }
    }
}
