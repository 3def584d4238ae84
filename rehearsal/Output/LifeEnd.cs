using System.Collections.Immutable;
using Rehearsal.Engine;

namespace Rehearsal.Output;

/// <summary>How a life ended, in an account that is empty again.</summary>
/// <param name="Drift">What was changed by hand, seen and mended.</param>
/// <param name="Held">The URNs of what is protected, so that its destruction was refused at first.</param>
/// <param name="Destroyed">The steps of the destruction.</param>
/// <param name="Calls">The calls to AWS that it took.</param>
internal sealed record LifeEnd(
    ImmutableArray<string> Drift, ImmutableArray<string> Held, ImmutableArray<Step> Destroyed, ProviderCalls Calls);
