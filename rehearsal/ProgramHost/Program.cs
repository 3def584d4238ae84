using System.Globalization;
using System.Text.Json;
using Rehearsal.ProgramHost;

// Reflection would make code for each property that it sets a second time, which pays off for a process that lives for longer.
AppContext.SetSwitch("Switch.System.Reflection.ForceInterpretedInvoke", true);

// MARK ASSEMBLY ARGUMENT...: runs the program for each line of standard input, the run's environment variables as a JSON object. When a run
// has ended, a line of standard output is the mark and the exit code, and one of standard error the mark.
var (mark, program) = (args[0], new HostedAssembly(args[1], args[2..]));
while (await Console.In.ReadLineAsync() is { } line)
{
    var code = program.Run(JsonSerializer.Deserialize<Dictionary<string, string>>(line)!);
    await Console.Error.WriteLineAsync(mark);
    await Console.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{mark}{code}"));
}
