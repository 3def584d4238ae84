using Rehearsal;
using Rehearsal.Engine;
using Rehearsal.Output;

return await CommandLine.RunAsync(args, Screen.ConsoleOfProcess(), ProcessProgram.Of);
