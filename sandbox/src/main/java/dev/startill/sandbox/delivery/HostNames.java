package dev.startill.sandbox.delivery;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Finds the addresses of a host. */
@FunctionalInterface
public interface HostNames {
  /** All addresses of that name; an address is its own. May take long. */
  InetAddress[] find(String host) throws UnknownHostException;
}
