package io.shiporskip.edge;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.PropertySource;

/** All of the HTTP edge, for a side's configuration to import. Importing it twice is the same as once. */
@Configuration(proxyBeanMethods = false)
@ComponentScan(basePackageClasses = HttpEdge.class)
@EnableConfigurationProperties(EdgeSettings.class)
@PropertySource("classpath:io/shiporskip/edge/http-edge.properties")
public class HttpEdge {}
