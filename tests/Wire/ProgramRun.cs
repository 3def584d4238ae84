using System.Text.Json;

namespace SageMakerIam.Tests.Wire;

/// <summary>How a program ended, and what it sent.</summary>
/// <param name="ExitCode">The program's exit code.</param>
/// <param name="Calls">What it sent to the engine, in order.</param>
internal sealed record ProgramRun(int ExitCode, IReadOnlyList<Call> Calls)
{
    /// <summary>The one registration of the resource of this name.</summary>
    public JsonElement Registration(string name) => Requests("RegisterResource")
        .Single(request => request.GetProperty("name").GetString() == name);

    /// <summary>The outputs registered for the component or stack of this type, as JSON text.</summary>
    public string Outputs(string type) => Requests("RegisterResourceOutputs")
        .Single(request => request.GetProperty("urn").GetString()!.Split("::")[2] == type)
        .GetProperty("outputs").GetRawText();

    /// <summary>What was sent to one method, in order.</summary>
    public IEnumerable<JsonElement> Requests(string method) =>
        Calls.Where(call => call.Method == method).Select(call => call.Request);
}

/// <summary>One call that the engine was sent.</summary>
/// <param name="Method">The method's name.</param>
/// <param name="Request">The request as the official stubs read it.</param>
internal sealed record Call(string Method, JsonElement Request);
