package descentlab.experiment;

import descentlab.message.InputException;
import java.util.ArrayList;
import java.util.List;

/** Reads JSON (RFC 8259) to a tree of nodes that know where they stood. */
final class JsonReader {
    private static final int DEEPEST = 32;

    private final String text;
    private int at;

    private JsonReader(String text) {
        this.text = text;
    }

    /** The fields of an object as they are written, each name once: what comes last under it counts. */
    record Fields(List<String> names, List<Node> nodes) {
        private void put(String name, Node node) {
            int known = names.indexOf(name);
            if (known < 0) {
                names.add(name);
                nodes.add(node);
            } else {
                nodes.set(known, node);
            }
        }
    }

    /**
     * @param value a Double, a String, a Boolean, null, a List of nodes, or Fields
     * @param from  where it stood in the text, up to {@code to}
     */
    record Node(Object value, int from, int to) {
        InputException error(String key, String... arguments) {
            return new InputException(from, to - from, key, arguments);
        }

        /** The node of a name in this object; null where there is none. */
        Node get(String name) {
            return value instanceof Fields fields && fields.names.contains(name) ? fields.nodes.get(fields.names.indexOf(name)) : null;
        }

        Node required(String name) throws InputException {
            Node node = get(name);
            if (node == null) {
                throw error("json.missing", name);
            }
            return node;
        }

        /** The elements of this list. */
        List<Node> list(String name) throws InputException {
            if (!(value instanceof List<?> list)) {
                throw error("json.list", name);
            }
            List<Node> nodes = new ArrayList<>();
            for (Object node : list) {
                nodes.add((Node) node);
            }
            return nodes;
        }

        double number(String name) throws InputException {
            if (!(value instanceof Double number)) {
                throw error("json.number", name);
            }
            return number;
        }

        String string(String name) throws InputException {
            if (!(value instanceof String string)) {
                throw error("json.string", name);
            }
            return string;
        }
    }

    static Node read(String text) throws InputException {
        JsonReader reader = new JsonReader(text);
        Node node = reader.node(0);
        reader.spaces();
        if (reader.at < text.length()) {
            throw reader.unexpected();
        }
        return node;
    }

    private Node node(int depth) throws InputException {
        spaces();
        int from = at;
        if (depth > DEEPEST) {
            throw unexpected();
        }
        Object value = switch (at < text.length() ? text.charAt(at) : ' ') {
            case '{' -> object(depth);
            case '[' -> array(depth);
            case '"' -> string();
            case 't' -> word("true", Boolean.TRUE);
            case 'f' -> word("false", Boolean.FALSE);
            case 'n' -> word("null", null);
            default -> number();
        };
        return new Node(value, from, at);
    }

    private Fields object(int depth) throws InputException {
        Fields fields = new Fields(new ArrayList<>(), new ArrayList<>());
        at++;
        if (skip('}')) {
            return fields;
        }
        do {
            spaces();
            String name = string();
            expect(':');
            fields.put(name, node(depth + 1));
        } while (skip(','));
        expect('}');
        return fields;
    }

    private List<Node> array(int depth) throws InputException {
        List<Node> elements = new ArrayList<>();
        at++;
        if (skip(']')) {
            return elements;
        }
        do {
            elements.add(node(depth + 1));
        } while (skip(','));
        expect(']');
        return elements;
    }

    private String string() throws InputException {
        if (at >= text.length() || text.charAt(at) != '"') {
            throw unexpected();
        }
        StringBuilder string = new StringBuilder();
        at++;
        while (at < text.length() && text.charAt(at) != '"') {
            char c = text.charAt(at++);
            string.append(c == '\\' ? escaped() : c);
        }
        expect('"');
        return string.toString();
    }

    private char escaped() throws InputException {
        char c = at < text.length() ? text.charAt(at++) : ' ';
        if (c == 'u' && at + 4 <= text.length()) {
            int code = 0;
            for (int end = at + 4; at < end; at++) {
                code = 16 * code + Math.max(0, Character.digit(text.charAt(at), 16));
            }
            return (char) code;
        }
        int known = "\"\\/bfnrt".indexOf(c);
        if (known < 0) {
            at--;
            throw unexpected();
        }
        return "\"\\/\b\f\n\r\t".charAt(known);
    }

    private Object word(String word, Object value) throws InputException {
        if (!text.startsWith(word, at)) {
            throw unexpected();
        }
        at += word.length();
        return value;
    }

    private Double number() throws InputException {
        int from = at;
        while (at < text.length() && "+-0123456789.eE".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        if (at == from) {
            throw unexpected();
        }
        return NumberReader.read(text, from, at);
    }

    private void spaces() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private boolean skip(char c) {
        spaces();
        boolean found = at < text.length() && text.charAt(at) == c;
        at += found ? 1 : 0;
        return found;
    }

    private void expect(char c) throws InputException {
        if (!skip(c)) {
            throw unexpected();
        }
    }

    private InputException unexpected() {
        int position = Math.min(at, text.length());
        return new InputException(position, position < text.length() ? 1 : 0, "json.unexpected",
                position < text.length() ? text.substring(position, position + 1) : "");
    }
}
