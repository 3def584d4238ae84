using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Rehearsal.Engine;

namespace SageMakerIam.Tests.Rehearsal;

/// <summary>
/// A program of <c>tests/Programs</c>, or the program of this repository, in one process for the runs of all tests, with all its static
/// members: each spares what a process of its own would compile. How a user's <c>./rehearse</c> runs it is shown by two tests of the
/// command line.
/// </summary>
/// <param name="name">The program's name: <c>stack</c> is the one of this repository.</param>
internal sealed class WarmProgram(string name = "stack") : IPulumiProgram
{
    private static readonly KeptProcess Programs =
        new("dotnet", AppContext.BaseDirectory, Path.Combine(AppContext.BaseDirectory, "Programs.dll"), "again");

    // Of the engines that the process has talked to. The SDK keeps a channel an address as long as the process lives, one to an engine that
    // is gone too: where a port comes again, its first call could fail at once.
    private static readonly HashSet<string> Engines = [];

    public Task<ProgramExit> RunAsync(ImmutableDictionary<string, string> environment) => Programs.UseAsync(async () =>
    {
        var engine = environment["PULUMI_ENGINE"];
        if (!Engines.Add(engine))
        {
            Programs.Renew();
            Engines.Clear();
            Engines.Add(engine);
        }

        await Programs.SayAsync(JsonSerializer.Serialize(new { Program = name, Environment = environment }));
        return new ProgramExit(int.Parse(await Programs.HearAsync(), CultureInfo.InvariantCulture), "");
    });
}
