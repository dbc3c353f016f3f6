package io.shiporskip.query.operating;

import jakarta.validation.constraints.Min;

/** @param position of the event at which the projection has stopped */
record SkipRequest(@Min(1) long position) {}
