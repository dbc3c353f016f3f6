package io.shiporskip.benchmarks.product;

import io.shiporskip.log.StoredEvent;
import io.shiporskip.log.append.Commit;
import io.shiporskip.log.append.NewEvent;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.axonframework.common.IdentifierFactory;

/**
 * First votes of voters who were not there before, as the product writes them: each is a copy of one real vote, with
 * another voter and tool. Safe for any number of threads.
 */
public final class Votes {

    private static final int VOTER_BYTES = 16;

    private final StoredEvent original;
    private final String tool;
    private final String voter;
    private final List<String> tools;

    /** @param original a vote just cast through the product: stream {@code ballot:<tool>:<voter>} */
    Votes(StoredEvent original, List<String> tools) {
        String stream = original.aggregate();
        this.original = original;
        this.tool = stream.substring(stream.indexOf(':') + 1, stream.lastIndexOf(':'));
        this.voter = stream.substring(stream.lastIndexOf(':') + 1);
        this.tools = tools;
    }

    /** The tools that are voted on. */
    public List<String> tools() {
        return tools;
    }

    /** One of the tools, each as likely as the others. */
    public String anyTool() {
        return tools.get(ThreadLocalRandom.current().nextInt(tools.size()));
    }

    /** One vote, not in the log yet. */
    public Commit next() {
        byte[] random = new byte[VOTER_BYTES];
        ThreadLocalRandom.current().nextBytes(random);
        String anyone = HexFormat.of().formatHex(random);
        String anyTool = anyTool();
        NewEvent event = new NewEvent(
                id(),
                "ballot:" + anyTool + ":" + anyone,
                original.type(),
                0,
                original.name(),
                original.revision(),
                Instant.now(),
                original.payload().replace(voter, anyone).replace(tool, anyTool),
                original.meta());
        return new Commit(id(), List.of(event));
    }

    private static String id() {
        return IdentifierFactory.getInstance().generateIdentifier();
    }
}
