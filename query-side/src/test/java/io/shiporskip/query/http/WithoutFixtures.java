package io.shiporskip.query.http;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;

/** Leaves out the stand-ins that the tests of the pages have in a package of their own. */
final class WithoutFixtures extends TypeExcludeFilter {

    @Override
    public boolean match(MetadataReader reader, MetadataReaderFactory factory) {
        return reader.getClassMetadata().getClassName().startsWith("io.shiporskip.query.pages.");
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof WithoutFixtures;
    }

    @Override
    public int hashCode() {
        return WithoutFixtures.class.hashCode();
    }
}
