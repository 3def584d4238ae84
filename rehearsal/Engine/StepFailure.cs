namespace Rehearsal.Engine;

/// <summary>A step that failed.</summary>
/// <param name="Urn">The resource.</param>
/// <param name="Message">Why, with the AWS error code where AWS refused.</param>
internal sealed record StepFailure(string Urn, string Message);
