package descentlab.browser;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import org.teavm.classlib.PlatformDetector;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.typedarrays.Float64Array;

/**
 * The lanes in the memory of a module made at run time. Arrays of the JavaScript build are JavaScript's own and are copied there and back. Those of
 * the WebAssembly build cannot be seen from outside; they go through a buffer that can, laid out like the memory.
 */
final class ModuleMemory {
    private static final int DOUBLE = 8;
    /** Lanes are computed so many at a time, and what is computed beyond the last is a copy of it. */
    private static final int GROUP = 8;

    private final Float64Array memory;
    private final DoubleBuffer window;
    private Float64Array view;

    /** @param length in bytes, of the part that holds inputs and outputs */
    ModuleMemory(JSObject exports, int length) {
        memory = doubles(exports, length / DOUBLE);
        window = PlatformDetector.isJavaScript() ? null : ByteBuffer.allocateDirect(length).order(ByteOrder.nativeOrder()).asDoubleBuffer();
    }

    @JSBody(params = {"exports", "length"}, script = "return new Float64Array(exports.memory.buffer, 0, length);")
    private static native Float64Array doubles(JSObject exports, int length);

    /** Copies lanes of an array to an address. */
    void put(double[] lanes, int from, int count, int address) {
        int to = address / DOUBLE;
        copy(lanes, from, count, to);
        fill(lanes[from + count - 1], count, (count + GROUP - 1) / GROUP * GROUP, to);
    }

    /** Puts one number to an address. */
    void put(double number, int address) {
        fill(number, 0, 1, address / DOUBLE);
    }

    private void fill(double number, int from, int end, int to) {
        for (int l = from; l < end; l++) {
            if (PlatformDetector.isJavaScript()) {
                memory.set(to + l, number);
            } else {
                window.put(to + l, number);
            }
        }
    }

    /** Copies the first {@code count} of numbers that are no lanes. */
    void putNumbers(double[] numbers, int count, int address) {
        if (count > 0) {
            copy(numbers, 0, count, address / DOUBLE);
        }
    }

    private void copy(double[] numbers, int from, int count, int to) {
        if (PlatformDetector.isJavaScript()) {
            set(memory, to, Float64Array.fromJavaArray(numbers), from, count);
        } else {
            window.position(to);
            window.put(numbers, from, count);
        }
    }

    /** Copies from an address to lanes of an array. */
    void get(int address, double[] lanes, int to, int count) {
        if (PlatformDetector.isJavaScript()) {
            set(Float64Array.fromJavaArray(lanes), to, memory, address / DOUBLE, count);
        } else {
            window.position(address / DOUBLE);
            window.get(lanes, to, count);
        }
    }

    /** After the last {@link #put}: what stands from 0 to an address can be read by the module. */
    void push(int to) {
        if (!PlatformDetector.isJavaScript()) {
            set(memory, 0, view(), 0, to / DOUBLE);
        }
    }

    /** Before the first {@link #get}: what the module has written from one address to another can be read here. */
    void pull(int from, int to) {
        if (!PlatformDetector.isJavaScript()) {
            set(view(), from / DOUBLE, memory, from / DOUBLE, (to - from) / DOUBLE);
        }
    }

    /** The window as JavaScript sees it; it has to look again when the program's memory has grown. */
    private Float64Array view() {
        if (view == null || view.getLength() == 0) {
            view = Float64Array.fromJavaBuffer(window.position(0));
        }
        return view;
    }

    @JSBody(params = {"target", "to", "source", "from", "count"}, script = "target.set(source.subarray(from, from + count), to);")
    private static native void set(Float64Array target, int to, Float64Array source, int from, int count);
}
