package io.shiporskip.command;

/** Something that somebody asks for. It is decided against one stream, and may be refused. */
public interface Command {

    /** The stream (aggregate) whose past decides, such as {@code tool:smolvlm2-turbo}. */
    String stream();

    /** Whether it most often is the first that is asked of its stream, and writes then whatever the stream held. */
    default boolean usuallyFirst() {
        return false;
    }
}
