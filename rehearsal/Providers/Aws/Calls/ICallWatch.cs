namespace Rehearsal.Providers.Aws.Calls;

/// <summary>Looks at the calls to IAM that AWS has answered.</summary>
internal interface ICallWatch
{
    /// <summary>Looks at one.</summary>
    /// <param name="target">Where it was made.</param>
    /// <param name="command">The API action, <c>CreateRole</c>.</param>
    /// <param name="input">The request, with the API's own names.</param>
    Task LookAsync(AwsTarget target, string command, object input);
}
