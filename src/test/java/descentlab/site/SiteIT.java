package descentlab.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What any static host needs of the built directory: small plain files with relative links, at home under any path. */
class SiteIT {
    private static final Pattern LINK = Pattern.compile("\\b(?:src|href)\\s*=\\s*[\"']?([^\"'\\s>]+)|\\burl\\(\\s*[\"']?([^\"')]+)");

    /** What a person has to wait for, and all that is loaded until the page is used. */
    @Test
    void firstLoadIsSmall() throws IOException {
        try (Page page = new Page(Screen.DESKTOP)) {
            page.look("");
            Set<String> files = loaded(page);
            int size = gzipped(files);
            System.out.println("First load: " + size + " bytes gzip in " + files);
            assertTrue(size <= 100_000, size + " bytes");
        }
    }

    /** The whole program, for which nobody waits; these limits keep it from growing unseen. */
    @ParameterizedTest
    @CsvSource({"js, descent-lab.js, 240000", "wasm, descent-lab.wasm, 295000"})
    void wholeIsNotLarge(String backend, String program, int limit) throws IOException {
        try (Page page = new Page(Screen.DESKTOP)) {
            page.visit("index.html?backend=" + backend).until(Page.WHOLE);
            assertEquals(Set.of(program), programs(loaded(page)), page.text("#backend"));
            int size = gzipped(Set.of(program));
            System.out.println("Whole program, " + backend + ": " + size + " bytes gzip");
            assertTrue(size <= limit, size + " bytes");
        }
    }

    /**
     * A word that the first program can say and does not know would stop it; the keys are literals of the compiled program. It says nothing of a mistake
     * in the text of an experiment, which it leaves to the whole program.
     */
    @Test
    void firstProgramKnowsItsWords() throws IOException {
        String pieces = Files.readString(SiteServer.SITE.resolve("descent-lab.first.js"));
        String program = pieces.replaceAll("\"\\s*\\+\\s*\"", "");
        for (String line : Files.readAllLines(Path.of("src/main/resources/descentlab/messages_en.properties"))) {
            String key = line.replaceFirst("\\s*=.*", "");
            boolean left = key.matches("(text|run|parameter|learning|chart)\\..*");
            boolean said = line.contains("=") && !left && program.contains('"' + key + '"');
            assertTrue(!said || program.contains(key + " = "), key);
        }
    }

    /** The names of all files that the page has asked for. */
    @SuppressWarnings("unchecked")
    private static Set<String> loaded(Page page) {
        Set<String> files = new LinkedHashSet<>(List.of("index.html"));
        List<String> addresses = (List<String>) page.script("return performance.getEntriesByType('resource').map(entry => entry.name)");
        for (String address : addresses) {
            assertTrue(address.startsWith(page.server().address()), address + " is from elsewhere");
            files.add(address.substring(page.server().address().length()));
        }
        return files;
    }

    /** The builds among the files: one, unless the page fell back from WebAssembly to JavaScript. */
    private static Set<String> programs(Set<String> files) {
        return files.stream().filter(Set.of("descent-lab.js", "descent-lab.wasm")::contains).collect(Collectors.toSet());
    }

    private static int gzipped(Set<String> files) throws IOException {
        int size = 0;
        for (String file : files) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
                gzip.write(Files.readAllBytes(SiteServer.SITE.resolve(file)));
            }
            size += out.size();
        }
        return size;
    }

    @Test
    void linksAreRelativeAndLeadToFiles() throws IOException {
        try (Stream<Path> files = Files.walk(SiteServer.SITE)) {
            for (Path file : files.filter(path -> path.toString().matches(".*\\.(html|css|svg)")).toList()) {
                for (MatchResult match : LINK.matcher(Files.readString(file)).results().toList()) {
                    checkLink(file, match.group(1) != null ? match.group(1) : match.group(2));
                }
            }
        }
    }

    private static void checkLink(Path file, String link) {
        if (link.startsWith("#") || link.startsWith("data:")) {
            return;
        }
        assertFalse(link.startsWith("/") || link.contains(":"), file + " has the absolute link " + link);
        assertTrue(Files.exists(file.resolveSibling(link.replaceFirst("[?#].*", ""))), file + " links to " + link + ", which is not there");
    }

    @Test
    void everyWordOfTheMarkupIsFilledIn() throws IOException {
        try (Stream<Path> files = Files.walk(SiteServer.SITE)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".html")).toList()) {
                assertFalse(Files.readString(file).contains("${"), file + " has a key without a text");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"js, descent-lab.js", "wasm, descent-lab.wasm"})
    void worksUnderAnyPath(String backend, String program) throws IOException {
        try (Page page = new Page(Screen.DESKTOP, "/courses/week-3/lab/")) {
            page.visit("index.html?backend=" + backend).until(Page.WHOLE);
            assertEquals(Set.of(program), programs(loaded(page)), page.text("#backend"));
        }
    }

    @Test
    void serverKeepsToItsDirectory() throws IOException, InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        try (SiteServer server = new SiteServer("/", 0)) {
            for (String path : List.of("../../pom.xml", "%2e%2e/classes/", "..%2f..%2fpom.xml", "/etc/passwd", "absent.html", "%00")) {
                assertEquals(404, client.send(HttpRequest.newBuilder(URI.create(server.address() + path)).build(),
                    HttpResponse.BodyHandlers.discarding()).statusCode(), path);
            }
            HttpResponse<Void> program = client.send(HttpRequest.newBuilder(URI.create(server.address() + "descent-lab.wasm")).build(),
                HttpResponse.BodyHandlers.discarding());
            assertEquals("application/wasm", program.headers().firstValue("Content-Type").orElse(""));
        }
    }
}
