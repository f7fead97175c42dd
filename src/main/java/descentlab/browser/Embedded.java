package descentlab.browser;

import org.teavm.classlib.ResourceSupplier;
import org.teavm.classlib.ResourceSupplierContext;

/** Names the resources that TeaVM builds into the compiled program (found by it through META-INF/services). */
public final class Embedded implements ResourceSupplier {
    @Override
    public String[] supplyResources(ResourceSupplierContext context) {
        return new String[] {"descentlab/messages_en.properties"};
    }
}
