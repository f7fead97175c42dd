package descentlab.site;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Serves the built page on 127.0.0.1, as plainly as a static host would: for the command that shows it, and for its tests. */
public final class SiteServer implements AutoCloseable {
    /** The directory of the built page; Maven sets the property. */
    public static final Path SITE = Path.of(System.getProperty("site", "target/site"));

    private static final Map<String, String> TYPES = Map.of(
        "html", "text/html; charset=utf-8",
        "css", "text/css; charset=utf-8",
        "js", "text/javascript; charset=utf-8",
        "json", "application/json; charset=utf-8",
        "svg", "image/svg+xml; charset=utf-8",
        "txt", "text/plain; charset=utf-8",
        "png", "image/png",
        "wasm", "application/wasm");
    private static final String UNKNOWN_TYPE = "application/octet-stream";

    private record Document(String type, byte[] content) {
    }

    private final Path root;
    private final String path;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private final Map<String, String> headers = new ConcurrentHashMap<>();
    private final Map<String, Document> pages = new ConcurrentHashMap<>();

    /**
     * @param path the path that stands for the page's directory, beginning and ending with a slash
     * @param port the port to listen on; any free one if it is 0 or taken
     */
    public SiteServer(String path, int port) throws IOException {
        root = SITE.toRealPath();
        this.path = path;
        server = listen(port);
        server.createContext(path, this::answer);
        server.setExecutor(threads);
        server.start();
    }

    private static HttpServer listen(int port) throws IOException {
        InetAddress local = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        try {
            return HttpServer.create(new InetSocketAddress(local, port), 0);
        } catch (BindException taken) {
            return HttpServer.create(new InetSocketAddress(local, 0), 0);
        }
    }

    /** The address of the directory, with a slash at its end. */
    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    /** Sends a header with every answer from now on, such as a content security policy. */
    public void header(String name, String value) {
        headers.put(name, value);
    }

    /** Serves an HTML page that is not in the directory, such as one that embeds the page under test. */
    public void page(String name, String html) {
        pages.put(name, new Document(TYPES.get("html"), html.getBytes(StandardCharsets.UTF_8)));
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            boolean head = exchange.getRequestMethod().equals("HEAD");
            if (!head && !exchange.getRequestMethod().equals("GET")) {
                exchange.sendResponseHeaders(405, -1);
                return;
            }
            Optional<Document> found = document(exchange.getRequestURI().getPath());
            if (found.isEmpty()) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            byte[] content = found.get().content();
            exchange.getResponseHeaders().set("Content-Type", found.get().type());
            exchange.getResponseHeaders().set("Cache-Control", "no-cache");
            headers.forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(200, head || content.length == 0 ? -1 : content.length);
            if (!head) {
                exchange.getResponseBody().write(content);
            }
        }
    }

    private Optional<Document> document(String requested) throws IOException {
        if (!requested.startsWith(path)) {
            return Optional.empty();
        }
        String name = requested.endsWith("/") ? requested.substring(path.length()) + "index.html" : requested.substring(path.length());
        Document page = pages.get(name);
        return page != null ? Optional.of(page) : file(name);
    }

    /** The file of a name, unless the name leads out of the directory, by dots or by a link. */
    private Optional<Document> file(String name) throws IOException {
        Path file;
        try {
            file = root.resolve(name).normalize();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
        if (!Files.isRegularFile(file) || !file.toRealPath().startsWith(root)) {
            return Optional.empty();
        }
        String ending = name.substring(name.lastIndexOf('.') + 1);
        return Optional.of(new Document(TYPES.getOrDefault(ending, UNKNOWN_TYPE), Files.readAllBytes(file)));
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdown();
    }
}
